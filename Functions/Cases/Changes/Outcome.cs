using System.Text.Json.Serialization;

namespace RegelLoket.Cases.Changes;

/// <summary>The case got an outcome, with a text for the reporter and the reason for colleagues.</summary>
public sealed record OutcomeDetermined : CaseChange
{
    public required OutcomeKind Outcome { get; init; }

    /// <summary>The last day on which the reporter may dispute the outcome.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>The rule on which the outcome rests.</summary>
    public RuleReference? Rule { get; init; }

    /// <summary>The day on which the owner of the rule confirmed the room that it leaves.</summary>
    public DateOnly? ConfirmedOn { get; init; }

    /// <summary>The publication of a changed rule, such as <c>Stcrt. 2021, 49161</c>.</summary>
    public string? PublishedIn { get; init; }

    /// <summary>The first day on which a changed rule or an exemption holds.</summary>
    public DateOnly? HoldsFrom { get; init; }

    /// <summary>The last day of an exemption or experiment; null when it has no end.</summary>
    public DateOnly? HoldsUntil { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state.WithoutOpenRequests(e) with
    {
        Outcome = new(Outcome, e.By, e.At, e.Text(TextNames.ReporterText), e.Text(TextNames.Reason))
        {
            Number = e.Number,
            DisputeBefore = DueOn,
            Rule = Rule,
            ConfirmedOn = ConfirmedOn,
            PublishedIn = PublishedIn,
            HoldsFrom = HoldsFrom,
            HoldsUntil = HoldsUntil,
        },
        Dispute = null,
        ClosedAt = null,
        MergedBeforeReopening = [],
        Status = CaseStatus.OutcomeKnown,
        DueOn = DueOn,
    };
}

/// <summary>The reporter disputed the outcome: a task for the desk, which may reopen the case.</summary>
public sealed record OutcomeDisputed : CaseChange
{
    /// <summary>The day on which the desk's answer is due.</summary>
    public required DateOnly DueOn { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state with
    {
        Dispute = new(e.By, e.At, e.Text(TextNames.Reason)),
        Status = CaseStatus.OutcomeKnown,
        ClosedAt = null,
        DueOn = DueOn,
        Promise = new(DueOn),
    };
}

/// <summary>The desk answered the reporter and kept the outcome; otherwise it reopens the case.</summary>
public sealed record DisputeSettled : CaseChange
{
    /// <summary>
    /// The day on which the next step is due; null in events from before this was stored, for which it is the day of
    /// settling or the end of the term.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? DueOn { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state with
    {
        Dispute = null,
        DueOn = DueOn ?? new[] { WorkingDays.DayOf(e.At), state.Outcome?.DisputeBefore }.Max(),
        Dialogue = [.. state.Dialogue, new(e.By, e.At, e.Text(TextNames.Reply))],
    };
}

/// <summary>
/// The case was reopened and is back at the decision, with its analysis and problem statement as they were. The earlier
/// outcome and its effect stay in the stream, but earlier answers on the effect and public texts do not count for the
/// next outcome.
/// </summary>
public sealed record CaseReopened : CaseChange
{
    public required DateOnly DueOn { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state with
    {
        Outcome = null,
        Dispute = null,
        ClosedAt = null,
        Effects = [],
        Publication = state.Publication is { } publication ? publication with { IsOutdated = true } : null,
        MergedBeforeReopening = state.MergedCases,
        Status = state.ApprovedVersion is null ? CaseStatus.Analysing : CaseStatus.ReadyToDecide,
        DueOn = DueOn,
        Promise = new(DueOn),
        Dialogue = [.. state.Dialogue, new(e.By, e.At, e.Text(TextNames.Reply))],
    };
}

/// <summary>The case was closed: the term for objections is past and any publication is settled.</summary>
public sealed record CaseClosed : CaseChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state with
    {
        Status = state.Publication?.IsPublic == true ? CaseStatus.Shared : CaseStatus.Closed,
        ClosedAt = e.At,
        DueOn = null,
    };
}

/// <summary>The reporter was asked whether the outcome is noticed, once for each moment.</summary>
public sealed record EffectAsked(EffectMoment Moment) : CaseChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) =>
        state with { Effects = [.. state.Effects, new EffectMeasure(Moment, e.At)] };
}

/// <summary>The reporter answered whether the outcome is noticed. "No" is a task for the desk.</summary>
public sealed record EffectAnswered : CaseChange
{
    public required EffectMoment Moment { get; init; }

    public required EffectNoticed Noticed { get; init; }

    /// <summary>The day on which the desk must have followed up a "no"; null when no action is needed.</summary>
    public DateOnly? DueOn { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e)
    {
        var asked = state.Effects.FirstOrDefault(m => m.Moment == Moment) ?? new EffectMeasure(Moment, e.At);
        var answered = asked with { AnsweredAt = e.At, Noticed = Noticed, Explanation = e.Text(TextNames.Explanation) };
        var after = state with { Effects = [.. state.Effects.Where(m => m.Moment != Moment), answered] };
        return DueOn is not { } due ? after : after with
        {
            Dispute = new(e.By, e.At, e.Text(TextNames.Explanation)),
            Status = CaseStatus.OutcomeKnown,
            ClosedAt = null,
            DueOn = due,
            Promise = new(due),
        };
    }
}
