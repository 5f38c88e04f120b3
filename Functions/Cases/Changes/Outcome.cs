using System.Text.Json.Serialization;

namespace RegelLoket.Cases.Changes;

/// <summary>The case has an outcome, with a text for the reporter and the reason among colleagues.</summary>
public sealed record OutcomeDetermined : CaseChange
{
    public required OutcomeKind Outcome { get; init; }

    /// <summary>The last day on which the reporter may say that it is not right.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>The rule that the outcome rests on.</summary>
    public RuleReference? Rule { get; init; }

    /// <summary>The day on which the owner of the rule confirmed what it allows.</summary>
    public DateOnly? ConfirmedOn { get; init; }

    /// <summary>Where a changed rule was published, such as <c>Stcrt. 2021, 49161</c>.</summary>
    public string? PublishedIn { get; init; }

    /// <summary>From which day a changed rule or an exemption holds.</summary>
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

/// <summary>The reporter says that the outcome is not right: a task for the desk, which may reopen the case.</summary>
public sealed record OutcomeDisputed : CaseChange
{
    /// <summary>The day on which the desk must have answered.</summary>
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

/// <summary>The desk answered the reporter and kept the outcome. When it agrees with the reporter it reopens the case instead.</summary>
public sealed record DisputeSettled : CaseChange
{
    /// <summary>The day on which the next step is due; null in an event of before: the day of settling, or the end of the term.</summary>
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
/// The case goes on: back to the decision, with its analysis and problem statement as they were. The earlier outcome and what the reporter
/// noticed of it stay in the stream; what was asked then, or written for the public, says nothing about the next one.
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

/// <summary>
/// Nothing is left to do for now: the reporter had the time to dispute the outcome and the publication, if any, is settled.
/// </summary>
public sealed record CaseClosed : CaseChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state with
    {
        Status = state.Publication?.IsPublic == true ? CaseStatus.Shared : CaseStatus.Closed,
        ClosedAt = e.At,
        DueOn = null,
    };
}

/// <summary>The reporter was asked whether the outcome is noticed; once for each moment.</summary>
public sealed record EffectAsked(EffectMoment Moment) : CaseChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) =>
        state with { Effects = [.. state.Effects, new EffectMeasure(Moment, e.At)] };
}

/// <summary>The reporter said whether the outcome is noticed. "No" is a task for the desk, which may reopen the case.</summary>
public sealed record EffectAnswered : CaseChange
{
    public required EffectMoment Moment { get; init; }

    public required EffectNoticed Noticed { get; init; }

    /// <summary>The day on which the desk must have looked at a "no"; null when nothing has to be done.</summary>
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
