using RegelLoket.Cases;
using RegelLoket.Cases.Changes;

namespace RegelLoket.ContextAnalysis.CaseLinks;

/// <summary>
/// Decides the repairs of two merged cases, whatever happened to either of them: a merged case is handled within a case
/// that can answer it and has recorded it, or is split off. Pure, with the same repairs from either side.
/// </summary>
public sealed class MergeRules(WorkingDays workingDays, StepTerms terms)
{
    /// <summary>Returns the next repair of a merged case; null when both streams agree.</summary>
    /// <param name="file">The case that is or was merged.</param>
    /// <param name="main">The main case; null when there is none by its number.</param>
    /// <param name="today">The current day.</param>
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
            : new MergeRepair(main.Number, new OtherCaseMerged(file.Number) { SplitFrom = file.State.SplitFrom });
    }

    /// <summary>Returns the current or last main case of a case; null when it was never merged.</summary>
    public static CaseNumber? MainOf(CaseFile file) =>
        file.Events.LastOrDefault(e => e.What is CaseMerged or CaseSplitOff)?.What switch
        {
            CaseMerged merged => merged.Into,
            CaseSplitOff split => split.From,
            _ => null,
        };

    /// <summary>
    /// Returns the reporter's messages since the case was merged; none for a case that is not merged.
    /// </summary>
    public static IEnumerable<CaseEvent> WrittenWithin(CaseFile merged) => merged.State.MergedInto is null ? []
        : merged.Events.Reverse().TakeWhile(e => e.What is not CaseMerged).Where(e => e.What is ReporterReplied).Reverse();

    /// <summary>
    /// Returns the event that splits a merged case off, with its term moved by the working days since the merge.
    /// </summary>
    public CaseSplitOff SplitOff(CaseState merged, SplitOffReason because, DateOnly today) =>
        new(merged.MergedInto!.Value) { DueOn = DueAfter(merged, today), Because = because };

    /// <summary>
    /// Returns why a case that was just merged cannot stay: the main case ended with or without an outcome.
    /// </summary>
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
