using RegelLoket.Cases;
using RegelLoket.Escalation;
using RegelLoket.Library.Publication;
using RegelLoket.Web;

namespace RegelLoket.Workbench.Digest;

/// <summary>A line of a morning mail: one thing in one case that needs manual attention.</summary>
/// <param name="Signal">The kind of line, which is a queue of the workbench too.</param>
/// <param name="Case">The case.</param>
/// <param name="On">The day from whose morning it is listed.</param>
/// <param name="Since">The term that passed, or the day on which the mail was lost.</param>
internal sealed record MorningLine(QueueSignal Signal, CaseEntry Case, DateOnly On, DateOnly Since)
{
    /// <summary>The ministry that stays silent.</summary>
    public Ministry? Ministry { get; init; }

    /// <summary>The mail that was lost.</summary>
    public LostMail? Mail { get; init; }

    /// <summary>The path of the page on which it can be handled.</summary>
    public string Address => this switch
    {
        { Ministry: not null } => DeskRoutes.CaseTab(Case.Row.Number, MinistryPageFunctions.Tab),
        { Signal: QueueSignal.ToShare } => DeskRoutes.CaseTab(Case.Row.Number, PublicationPageFunctions.Tab),
        { Mail: not null } => $"{DeskRoutes.Case(Case.Row.Number)}#mails",
        _ => DeskRoutes.Case(Case.Row.Number),
    };

    /// <summary>Returns what it is about, without a word that anyone typed.</summary>
    public string Words(WorkingDays workingDays, DateOnly today) => this switch
    {
        { Ministry: { } silent } => $"{silent.Label()}. Het antwoord had er {DutchDates.Short(Since)} moeten zijn.",
        { Mail: { } lost } => $"{lost.Label}. {lost.State.Label()} op {DutchDates.Short(Since)}.",
        _ => $"{Case.Row.Status.Label()}. {Deadline.Of(Case, workingDays, today).Text}.",
    };
}
