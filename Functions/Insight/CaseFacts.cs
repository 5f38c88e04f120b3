using RegelLoket.Cases;
using RegelLoket.Cases.Changes;

namespace RegelLoket.Insight;

/// <summary>The facts of one case that the figures use: dates and fixed lists, no text.</summary>
public sealed record CaseFacts
{
    public required CaseNumber Number { get; init; }

    public required Branche Branche { get; init; }

    public required IReadOnlyList<Theme> Themes { get; init; }

    public required DateOnly ReportedOn { get; init; }

    /// <summary>Whether the case is a later part of a report that was split; the report counts by its first part.</summary>
    public bool IsPart { get; init; }

    public required CaseCategory Category { get; init; }

    /// <summary>The current outcome; null while there is none, and for a report that was withdrawn.</summary>
    public OutcomeKind? Outcome { get; init; }

    /// <summary>The citation of the rule on which the outcome or the analysis rests.</summary>
    public string? Rule { get; init; }

    /// <summary>The day on which each step was first reached.</summary>
    public required IReadOnlyDictionary<Milestone, DateOnly> Reached { get; init; }

    public required IReadOnlyList<MinistryTurn> Turns { get; init; }

    public required IReadOnlyList<(EffectMoment Moment, EffectNoticed Noticed)> Effects { get; init; }

    /// <summary>What became of sharing the outcome; null while there is none.</summary>
    public SharingStand? Sharing { get; init; }

    /// <summary>The reason why it is not shared; null when that was not decided.</summary>
    public NotSharedReason? NotShared { get; init; }

    /// <summary>The suggestion beside the findings of the analyst; null while there is nothing to compare.</summary>
    public SuggestionFact? Suggestion { get; init; }

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

        var category = CategoryOf(state);
        var endedOn = category == CaseCategory.Open ? null : DayOfEnd(file);
        return new CaseFacts
        {
            Number = state.Number,
            Branche = state.Branche,
            Themes = state.Themes,
            ReportedOn = WorkingDays.DayOf(state.ReportedAt),
            IsPart = state.SplitFrom is not null,
            Category = category,
            Outcome = category == CaseCategory.Decided ? state.Outcome!.Kind : null,
            Rule = state.Outcome?.Rule?.CitationTitle
                ?? (state.Context?.Rules is [var first, ..] ? first.CitationTitle : null),
            Reached = reached,
            Turns =
            [
                .. state.Requests.Select(r => new MinistryTurn(
                    r.Ministry, WorkingDays.DayOf(r.AskedAt), AnsweredOn(file, r), r.ReplyBefore, r.Status)
                {
                    IsLate = r.Late,
                    IsOurMove = r.OurMoveSince is not null,
                    DroppedOn = r.NeedlessOn ?? endedOn,
                }),
            ],
            Sharing = category == CaseCategory.Decided ? SharingStands.Of(state) : null,
            NotShared = category == CaseCategory.Decided ? state.NotShared?.Because : null,
            Suggestion = SuggestionFact.Of(state),
            Effects = [.. state.Effects.Where(e => e.Noticed is not null).Select(e => (e.Moment, e.Noticed!.Value))],
        };
    }

    /// <summary>
    /// Returns the day of a ministry's answer or explanation; for a mail the day on which it came, whenever a colleague
    /// recorded it. Null when there is neither.
    /// </summary>
    private static DateOnly? AnsweredOn(CaseFile file, MinistryRequest request)
    {
        if (request is not { NeedlessOn: null, EndedAt: { } ended })
        {
            return null;
        }

        var mail = request.Answer is { } answer && file.Events[answer.Event - 1].What is MinistryAnswered { Mail: { } number }
            ? request.Mails.FirstOrDefault(m => m.Event == number) : null;
        return WorkingDays.DayOf(mail?.At ?? ended);
    }

    private static CaseCategory CategoryOf(CaseState state) => state.Status switch
    {
        CaseStatus.Withdrawn => CaseCategory.Withdrawn,
        CaseStatus.Merged => CaseCategory.Merged,
        CaseStatus.TakenBack => CaseCategory.TakenBack,
        CaseStatus.Closed when state.Outcome is null => CaseCategory.Withdrawn,
        _ => state.Outcome is null ? CaseCategory.Open : CaseCategory.Decided,
    };

    /// <summary>Returns the day since which no answer of a ministry is needed any more.</summary>
    private static DateOnly? DayOfEnd(CaseFile file) =>
        file.Events.LastOrDefault(
            e => e.What is OutcomeDetermined or CaseWithdrawn or CaseMerged or CaseClosedUnanswered or PartTakenBack) is { } end
            ? WorkingDays.DayOf(end.At) : null;

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
