using RegelLoket.Cases;
using RegelLoket.Cases.Changes;

namespace RegelLoket.ContextAnalysis.CaseLinks;

/// <summary>
/// What must still happen where two cases were merged, whatever befell either of them: a merged case is handled within
/// a case that can answer for it and knows of it, or goes on by itself. Pure; the same repairs from either side, and
/// none twice.
/// </summary>
public sealed class MergeRules(WorkingDays workingDays, StepTerms terms)
{
    /// <summary>The repairs that follow from a merged case, one at a time: null when both streams agree.</summary>
    /// <param name="file">The case that is or was handled within another one.</param>
    /// <param name="main">That other case; null when there is none by its number.</param>
    /// <param name="today">The day that it is.</param>
    public MergeRepair? OfMerged(CaseFile file, CaseState? main, DateOnly today)
    {
        if (main is not null && file.State.MergedInto != main.Number)
        {
            return main.MergedCases.Contains(file.Number)
                ? new MergeRepair(main.Number, new OtherCaseSplitOff(file.Number)) : null;
        }

        return file.State.MergedInto is null ? null
            : WhyNotWithin(file.Number, main) is { } because
            ? new MergeRepair(file.Number, SplitOff(file.State, because, today))
            : main!.MergedCases.Contains(file.Number) ? null
            : new MergeRepair(main.Number, new OtherCaseMerged(file.Number));
    }

    /// <summary>The case within which a case is handled, or was the last time; null when it never was.</summary>
    public static CaseNumber? MainOf(CaseFile file) =>
        file.Events.LastOrDefault(e => e.What is CaseMerged or CaseSplitOff)?.What switch
        {
            CaseMerged merged => merged.Into,
            CaseSplitOff split => split.From,
            _ => null,
        };

    /// <summary>What the reporter wrote since the case is handled within another one; nothing for one that goes its own way.</summary>
    public static IEnumerable<CaseEvent> WrittenWithin(CaseFile merged) => merged.State.MergedInto is null ? []
        : merged.Events.Reverse().TakeWhile(e => e.What is not CaseMerged).Where(e => e.What is ReporterReplied).Reverse();

    /// <summary>The event with which a merged case goes on by itself, from where it was: its term stood still meanwhile.</summary>
    public CaseSplitOff SplitOff(CaseState merged, SplitOffReason because, DateOnly today) =>
        new(merged.MergedInto!.Value) { DueOn = DueAfter(merged, today), Because = because };

    /// <summary>Why a case that just came to another one cannot stay: that one is over, with an outcome or without.</summary>
    public static SplitOffReason WhyNoMainCase(CaseState? main) =>
        main is { Status: CaseStatus.Closed or CaseStatus.Shared } ? SplitOffReason.MainCaseEnded
            : SplitOffReason.MainCaseStopped;

    private static SplitOffReason? WhyNotWithin(CaseNumber merged, CaseState? main) =>
        main is null or { Status: CaseStatus.Withdrawn or CaseStatus.Merged or CaseStatus.TakenBack } ? SplitOffReason.MainCaseStopped
        : main.MergedBeforeReopening.Contains(merged) ? SplitOffReason.MainCaseReopened
        : null;

    private DateOnly DueAfter(CaseState merged, DateOnly today) =>
        merged is not { DueOn: { } due, MergedOn: { } since } ? workingDays.Add(today, terms.Analysis)
        : merged.PausedOn is not null ? due
        : workingDays.Add(due, Math.Max(0, workingDays.Between(since, today)));
}
