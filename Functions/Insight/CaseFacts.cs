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

    public required CaseStand Stand { get; init; }

    /// <summary>The current outcome; null while there is none, and for a report that was withdrawn.</summary>
    public OutcomeKind? Outcome { get; init; }

    /// <summary>The citation of the rule on which the outcome or the analysis rests.</summary>
    public string? Rule { get; init; }

    /// <summary>The day on which each step was first reached.</summary>
    public required IReadOnlyDictionary<Milestone, DateOnly> Reached { get; init; }

    public required IReadOnlyList<MinistryTurn> Turns { get; init; }

    public required IReadOnlyList<(EffectMoment Moment, EffectNoticed Noticed)> Effects { get; init; }

    /// <summary>What was suggested beside what the analyst found; null while there is nothing to compare.</summary>
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

        var stand = StandOf(state);
        var endedOn = stand == CaseStand.Open ? null : DayOfEnd(file);
        return new CaseFacts
        {
            Number = state.Number,
            Branche = state.Branche,
            Themes = state.Themes,
            ReportedOn = WorkingDays.DayOf(state.ReportedAt),
            Stand = stand,
            Outcome = stand == CaseStand.Decided ? state.Outcome!.Kind : null,
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

    private static CaseStand StandOf(CaseState state) => state.Status switch
    {
        CaseStatus.Withdrawn => CaseStand.Withdrawn,
        CaseStatus.Merged or CaseStatus.TakenBack => CaseStand.Merged,
        CaseStatus.Closed when state.Outcome is null => CaseStand.Withdrawn,
        _ => state.Outcome is null ? CaseStand.Open : CaseStand.Decided,
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
