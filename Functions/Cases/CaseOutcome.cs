using RegelLoket.Cases.Changes;

namespace RegelLoket.Cases;

/// <summary>How the case ended.</summary>
public sealed record CaseOutcome(OutcomeKind Kind, Actor By, DateTimeOffset At, TextReference? ReporterText, TextReference? Reason)
{
    /// <summary>The number of the event, under which the other texts of the outcome lie.</summary>
    public int Number { get; init; }

    /// <summary>The last day on which the reporter may say that it is not right.</summary>
    public DateOnly? DisputeBefore { get; init; }

    /// <summary>What became of its mail to the reporter, as <see cref="MailRecorded.State"/>; null while nothing is known.</summary>
    public string? Mail { get; init; }

    public RuleReference? Rule { get; init; }

    public DateOnly? ConfirmedOn { get; init; }

    public string? PublishedIn { get; init; }

    public DateOnly? HoldsFrom { get; init; }

    public DateOnly? HoldsUntil { get; init; }

    /// <summary>Where another text of the outcome is found, such as <see cref="TextNames.RuleSays"/>.</summary>
    public TextReference Text(string name) => new(Number, name);
}
