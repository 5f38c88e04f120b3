using RegelLoket.Cases;
using RegelLoket.Cases.Changes;

namespace RegelLoket.Insight;

/// <summary>What the figures take from one case: dates and fixed lists, no text.</summary>
public sealed record CaseFacts
{
    public required CaseNumber Number { get; init; }

    public required Branche Branche { get; init; }

    public required IReadOnlyList<Theme> Themes { get; init; }

    public required DateOnly ReportedOn { get; init; }

    public required bool IsOpen { get; init; }

    public OutcomeKind? Outcome { get; init; }

    /// <summary>The rule on which the outcome or the analysis rests, as it is cited.</summary>
    public string? Rule { get; init; }

    /// <summary>The day on which each step was reached for the first time.</summary>
    public required IReadOnlyDictionary<Milestone, DateOnly> Reached { get; init; }

    public required IReadOnlyList<MinistryTurn> Turns { get; init; }

    public required IReadOnlyList<(EffectMoment Moment, EffectNoticed Noticed)> Effects { get; init; }

    public static CaseFacts Of(CaseFile file)
    {
        var state = file.State;
        var reached = new Dictionary<Milestone, DateOnly>();
        foreach (var e in file.Events)
        {
            if (MilestoneOf(e.What) is { } milestone)
            {
                reached.TryAdd(milestone, WorkingDays.DayOf(e.At));
            }
        }

        return new CaseFacts
        {
            Number = state.Number,
            Branche = state.Branche,
            Themes = state.Themes,
            ReportedOn = WorkingDays.DayOf(state.ReportedAt),
            IsOpen = state.IsOpen,
            Outcome = state.Outcome?.Kind,
            Rule = state.Outcome?.Rule?.CitationTitle ?? (state.Context?.Rules is [var first, ..] ? first.CitationTitle : null),
            Reached = reached,
            Turns = [.. state.Requests.Select(r => new MinistryTurn(r.Ministry, WorkingDays.DayOf(r.AskedAt), r.EndedAt is { } ended ? WorkingDays.DayOf(ended) : null, r.ReplyBefore, r.Status))],
            Effects = [.. state.Effects.Where(e => e.Noticed is not null).Select(e => (e.Moment, e.Noticed!.Value))],
        };
    }

    private static Milestone? MilestoneOf(CaseChange change) => change switch
    {
        ContextAnalysed => Milestone.Analysed,
        StatementApproved => Milestone.ProblemStated,
        CaseEscalated => Milestone.Escalated,
        OutcomeDetermined => Milestone.Decided,
        CasePublished => Milestone.Shared,
        _ => null,
    };
}

/// <summary>The steps between which lead times are measured.</summary>
public enum Milestone
{
    Analysed,
    ProblemStated,
    Escalated,
    Decided,
    Shared,
}

/// <summary>One request to a ministry.</summary>
public sealed record MinistryTurn(Ministry Ministry, DateOnly AskedOn, DateOnly? EndedOn, DateOnly ReplyBefore, RequestStatus Status);
