using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.ContextAnalysis.Suggestions;
using RegelLoket.Notifications;
using RegelLoket.Outcome;

namespace RegelLoket.Workflow;

/// <summary>
/// The flow of a case as pure functions: which mails follow from an event, which from the calendar, when to look again, and when there is
/// nothing left to do. The orchestration asks; it decides nothing itself.
/// </summary>
public sealed class CaseFlow(WorkingDays workingDays, CurrentSuggestions suggestions)
{
    /// <summary>A step that is late is told to the handler on its day, and to the coordinators this many working days later.</summary>
    private const int CoordinatorAfter = 5;

    private static readonly TimeOnly StartOfDay = new(7, 0);

    /// <summary>The mails that follow from one event.</summary>
    public static IEnumerable<PlannedMail> MailsFor(CaseEvent e, CaseFile file)
    {
        var mailsReporter = file.Private.Reporter?.Email is not null;
        PlannedMail Mail(MailKind kind, Recipient to, string key) => new() { Case = file.Number, Kind = kind, To = to, Key = $"{key}.{e.Number}", Event = e.Number };
        IEnumerable<PlannedMail> News() => file.Private.Followers.Keys.Order().Select(place => Mail(MailKind.NewsToFollower, Recipient.Following(place), $"news.{place}"));
        return e.What switch
        {
            CaseReported when mailsReporter => [Mail(MailKind.Receipt, Recipient.Reporter, "receipt")],
            ReporterAsked when mailsReporter => [Mail(MailKind.QuestionToReporter, Recipient.Reporter, "question")],
            OutcomeDetermined => [.. mailsReporter ? [Mail(MailKind.OutcomeToReporter, Recipient.Reporter, "outcome")] : Array.Empty<PlannedMail>(), .. News(), .. OutcomeForMerged(e, file)],
            DisputeSettled or CaseReopened when mailsReporter => [Mail(MailKind.ReplyToReporter, Recipient.Reporter, "reply")],
            PublicationDrafted when mailsReporter => [Mail(MailKind.PublicationToReporter, Recipient.Reporter, "publication")],
            CasePublished published =>
            [
                .. mailsReporter && file.Events.First(earlier => earlier.What is CasePublished).Number == e.Number
                    ? [Mail(MailKind.SharedWithSector, Recipient.Reporter, "shared")] : Array.Empty<PlannedMail>(),
                .. published.Version > 1 ? News() : [],
            ],
            OutcomeDisputed or PublicationObjected or EffectAnswered { DueOn: not null } => [Mail(MailKind.ReporterReacted, Recipient.Analyst(file.State.Handler), "reacted")],
            CaseMerged when mailsReporter => [Mail(MailKind.MergedToReporter, Recipient.Reporter, "merged")],
            CaseSplitOff when mailsReporter => [Mail(MailKind.SplitOffToReporter, Recipient.Reporter, "split")],
            EffectAsked when mailsReporter => [Mail(MailKind.EffectQuestion, Recipient.Reporter, "effect")],
            _ => [],
        };
    }

    /// <summary>Who reported a case that is handled within this one hears of its outcome under the own number.</summary>
    private static IEnumerable<PlannedMail> OutcomeForMerged(CaseEvent e, CaseFile file) => file.State.Absorbed.Select(other =>
        new PlannedMail { Case = other, Kind = MailKind.OutcomeOfMainCase, To = Recipient.Reporter, Key = $"outcome.{file.Number.Value}.{e.Number}" });

    /// <summary>What the system itself has to do now, one event at a time; null when there is nothing.</summary>
    public NewEvent? SystemEvent(CaseFile file, DateTimeOffset now)
    {
        var today = WorkingDays.DayOf(now);
        return file.State is { Status: CaseStatus.Received, Suggestion: null } ? new NewEvent(Actor.System, Suggest(file))
            : AfterOutcome.EffectToAsk(file.State, today) is { } moment ? new NewEvent(Actor.System, new EffectAsked(moment))
            : AfterOutcome.MayClose(file.State, today) ? new NewEvent(Actor.System, new CaseClosed())
            : null;
    }

    /// <summary>What the report seems to be about, kept with its version; it decides nothing, and nothing is sent on it.</summary>
    private ContextSuggested Suggest(CaseFile file)
    {
        var suggestion = suggestions.Engine.Suggest(ReportTexts.Of(file));
        return new ContextSuggested
        {
            EngineVersion = suggestion.Version,
            Ministries = [.. suggestion.Ministries.Select(m => m.Value)],
            NoneOfThree = suggestion.NoneOfThree,
            Rules = [.. suggestion.Rules.Select(r => r.Value.Id)],
            ExecutiveBody = suggestion.ExecutiveBody?.Id,
        };
    }

    /// <summary>The mails that follow from the calendar alone: all whose moment has come for the case as it is. Their keys make that harmless to repeat.</summary>
    public IEnumerable<PlannedMail> MailsDue(CaseFile file, DateTimeOffset now) => Reminders(file).Where(m => m.At <= now).Select(m => m.Mail);

    /// <summary>The next moment at which the calendar asks for something; null when it never will.</summary>
    public DateTimeOffset? NextMoment(CaseFile file, DateTimeOffset now)
    {
        var moments = Reminders(file).Select(m => m.At).Where(at => at > now).ToList();
        if (AfterOutcome.NextDay(file.State, WorkingDays.DayOf(now)) is { } day)
        {
            moments.Add(WorkingDays.MomentOf(day, StartOfDay));
        }

        return moments.Count == 0 ? null : moments.Min();
    }

    /// <summary>Whether the workflow of the case is over: nobody has a step left and the calendar asks for nothing more.</summary>
    public bool HasEnded(CaseFile file, DateTimeOffset now) =>
        file.State.Status is CaseStatus.Withdrawn or CaseStatus.Merged || (!file.State.IsOpen && NextMoment(file, now) is null);

    /// <summary>The handler hears of a step on the day on which it is due, the coordinators some working days later.</summary>
    private (DateTimeOffset At, PlannedMail Mail)[] Reminders(CaseFile file)
    {
        var state = file.State;
        if (state is not { IsOpen: true, DueOn: { } due } || state.Status is CaseStatus.WaitingForReporter or CaseStatus.AtMinistries or CaseStatus.OutcomeKnown)
        {
            return [];
        }

        PlannedMail Step(Recipient to, string who) =>
            new() { Case = file.Number, Kind = MailKind.StepDue, To = to, Key = $"stepdue.{state.Status.Slug()}.{due:yyyy-MM-dd}.{who}" };
        return
        [
            (WorkingDays.MomentOf(due, StartOfDay), Step(Recipient.Analyst(state.Handler), "handler")),
            (WorkingDays.MomentOf(workingDays.Add(due, CoordinatorAfter), StartOfDay), Step(Recipient.Coordinators, "coordinators")),
        ];
    }
}
