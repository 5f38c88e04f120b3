using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Storage;

namespace RegelLoket.ContextAnalysis.Splitting;

/// <summary>
/// Makes a split report one case again without closing work. Each part closes itself under its own lock, and only while
/// nothing was done with it; the report decides last, under its lock. When one of them is in use, what was closed by then
/// goes on. Whoever comes next - a second request, or the workflow of a case after a crash - carries the same to its end.
/// </summary>
/// <remarks>
/// Two that do this at the same time agree: work on a part or on the report never goes away, so once one of them is
/// refused, the other is too.
/// </remarks>
public sealed class SplitUndoing(CaseService cases, CaseStore store)
{
    /// <summary>Undoes the split that is in force, or leaves it whole.</summary>
    /// <param name="by">The person who undoes it.</param>
    /// <param name="origin">The case of the report. Its parts exist, so that none is made afterwards.</param>
    /// <param name="workflows">The client for the workflows of all of them.</param>
    /// <param name="cancellation">Cancels the wait before anything is changed; from then on it does not count.</param>
    /// <returns>The report as one case, or why it stays split.</returns>
    public async Task<CommandResult> RunAsync(
        Actor by, CaseFile origin, DurableTaskClient workflows, CancellationToken cancellation)
    {
        if (origin.State.Split is not { } split)
        {
            return Refused(SplitRules.WhyNotUndo(origin, []));
        }

        var parts = await FindAsync(split.Parts, cancellation);
        if (SplitRules.WhyNotUndo(origin, parts) is { } known)
        {
            return await GoOnAsync(by, origin, parts, known, workflows);
        }

        foreach (var part in parts)
        {
            await ChangePartAsync(by, part.Number, current => SplitRules.MayBeTakenBack(current)
                ? new PartTakenBack(origin.Number) : null, workflows);
        }

        parts = await FindAsync(split.Parts, CancellationToken.None);
        var result = await cases.ActAsync(
            origin.Number,
            current => current.State.UndoneSplit >= split.Event ? new Decision.AlreadyDone()
                : SplitRules.WhyNotUndo(current, parts) is { } refusal ? new Decision.Refuse(refusal)
                : new Decision.Append(new NewEvent(by, new ReportSplitUndone(split.Event))),
            workflows, CancellationToken.None);
        return result is CommandResult.Refused refused
            ? await GoOnAsync(by, origin, parts, refused.Reason, workflows) : result;
    }

    private static CommandResult.Refused Refused(string? because) => new(because!);

    private async Task<CommandResult> GoOnAsync(
        Actor by, CaseFile origin, IEnumerable<CaseFile> parts, string because, DurableTaskClient workflows)
    {
        foreach (var part in parts.Where(part => part.State.Status == CaseStatus.TakenBack))
        {
            await ChangePartAsync(by, part.Number, current => current.State.Status == CaseStatus.TakenBack
                ? new PartGoesOn(origin.Number) : null, workflows);
        }

        return Refused(because);
    }

    /// <summary>
    /// Changes a part by what it is now. The key of the request belongs to the report: a repeated request must look at
    /// the part again instead of taking it for done.
    /// </summary>
    private async Task ChangePartAsync(
        Actor by, CaseNumber number, Func<CaseFile, CaseChange?> next, DurableTaskClient workflows)
    {
        CommandRequest.Leave();
        await cases.ActAsync(
            number, part => next(part) is { } change ? new Decision.Append(new NewEvent(by, change)) : new Decision.AlreadyDone(),
            workflows, CancellationToken.None);
    }

    private async Task<IReadOnlyList<CaseFile>> FindAsync(IEnumerable<CaseNumber> numbers, CancellationToken cancellation) =>
        [.. (await Task.WhenAll(numbers.Select(number => store.FindAsync(number, cancellation)))).OfType<CaseFile>()];
}
