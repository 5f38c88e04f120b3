using RegelLoket.Cases.Changes;

namespace RegelLoket.Cases;

/// <summary>The outcome of a case.</summary>
public sealed record CaseOutcome(
    OutcomeKind Kind, Actor By, DateTimeOffset At, TextReference? ReporterText, TextReference? Reason)
{
    /// <summary>The number of the event under which the other texts of the outcome are stored.</summary>
    public int Number { get; init; }

    /// <summary>The last day on which the reporter may dispute the outcome.</summary>
    public DateOnly? DisputeBefore { get; init; }

    /// <summary>The state of the mail to the reporter (<see cref="MailRecorded.State"/>); null while unknown.</summary>
    public string? Mail { get; init; }

    public RuleReference? Rule { get; init; }

    public DateOnly? ConfirmedOn { get; init; }

    public string? PublishedIn { get; init; }

    public DateOnly? HoldsFrom { get; init; }

    public DateOnly? HoldsUntil { get; init; }

    /// <summary>Returns the reference to another text, such as <see cref="TextNames.RuleSays"/>.</summary>
    public TextReference Text(string name) => new(Number, name);
}
