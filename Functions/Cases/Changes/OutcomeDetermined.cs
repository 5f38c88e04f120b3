using System.Text.Json.Serialization;

namespace RegelLoket.Cases.Changes;

/// <summary>The case got an outcome, with a text for the reporter and the reason for colleagues.</summary>
public sealed record OutcomeDetermined : CaseChange
{
    public required OutcomeKind Outcome { get; init; }

    /// <summary>The last day on which the reporter may dispute the outcome.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>The rule on which the outcome rests, as it was stored; see <see cref="RuleOf"/>.</summary>
    public RuleReference? Rule { get; init; }

    /// <summary>Whether the day of a check is one that a person gave; false in older events.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool HasGivenChecks { get; init; }

    /// <summary>The day on which the owner of the rule confirmed the room that it leaves.</summary>
    public DateOnly? ConfirmedOn { get; init; }

    /// <summary>The publication of a changed rule, such as <c>Stcrt. 2021, 49161</c>.</summary>
    public string? PublishedIn { get; init; }

    /// <summary>The first day on which a changed rule or an exemption holds.</summary>
    public DateOnly? HoldsFrom { get; init; }

    /// <summary>The last day of an exemption or experiment; null when it has no end.</summary>
    public DateOnly? HoldsUntil { get; init; }

    /// <summary>The rule on which the outcome rests, with the day of a check only if somebody gave it.</summary>
    /// <param name="e">The event of this change.</param>
    public RuleReference? RuleOf(CaseEvent e) => HasGivenChecks ? Rule : Rule?.WithoutDayOf(e);

    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state.WithoutOpenRequests(e) with
    {
        Outcome = new(Outcome, e.By, e.At, e.Text(TextNames.ReporterText), e.Text(TextNames.Reason))
        {
            Number = e.Number,
            DisputeBefore = DueOn,
            Rule = RuleOf(e),
            ConfirmedOn = ConfirmedOn,
            PublishedIn = PublishedIn,
            HoldsFrom = HoldsFrom,
            HoldsUntil = HoldsUntil,
        },
        Dispute = null,
        NotShared = null,
        ClosedAt = null,
        MergedBeforeReopening = [],
        Status = CaseStatus.OutcomeKnown,
        DueOn = DueOn,
    };
}
