using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Storage;

namespace RegelLoket.ContextAnalysis.Splitting;

/// <summary>
/// Splits a report into several cases and makes it one case again. The event in the stream of the report decides: the
/// cases of the parts are made and ended after it, now or by the workflow of either case, so that a crash in between
/// leaves nothing half done.
/// </summary>
public sealed class SplitService(
    CaseService cases, CaseStore store, SplitParts parts, SplitUndoing undoing, WorkingDays workingDays,
    StepTerms terms, TimeProvider clock, ILogger<SplitService> logger)
{
    public async Task<CommandResult> SplitAsync(
        CommandContext context, CaseNumber number, SplitReport split, DurableTaskClient workflows,
        CancellationToken cancellation)
    {
        var errors = new FieldErrors();
        var texts = SplitFields.Check(split, errors);
        var numbers = errors.Any ? [] : await FreeNumbersAsync(split.Parts.Count - 1, cancellation);
        var change = new ReportSplit { Parts = numbers, DueOn = workingDays.Add(context.Today, terms.Analysis) };
        var result = await cases.ActAsync(
            number,
            file => SplitRules.WhyNotSplit(file.State) is { } refusal ? new Decision.Refuse(refusal)
                : errors.Any ? new Decision.Reject(errors.All)
                : new Decision.Append(new NewEvent(context.By, change) { Texts = texts }),
            workflows, cancellation);
        return await FollowAsync(context, result, workflows);
    }

    /// <summary>Makes the report one case again, as long as nothing was done on any part.</summary>
    public async Task<CommandResult> UndoAsync(
        CommandContext context, CaseNumber number, DurableTaskClient workflows, CancellationToken cancellation)
    {
        if (await store.FindAsync(number, cancellation) is not { } known)
        {
            return new CommandResult.NotFound();
        }

        if (CommandRequest.Current?.AnswerTo(known) is { } answer)
        {
            return answer;
        }

        await MakeAsync(known, workflows, cancellation);
        return await FollowAsync(context, await undoing.RunAsync(context.By, known, workflows, cancellation), workflows);
    }

    /// <summary>Makes and ends the parts of a report as its events say; doing it again changes nothing.</summary>
    /// <param name="context">Who ends a part, and the moment.</param>
    /// <param name="file">The report, or one of its parts.</param>
    /// <param name="workflows">The client for the workflows of the parts.</param>
    /// <param name="cancellation">Cancels the wait; what was done by then stays.</param>
    /// <returns>Whether the case itself may have changed.</returns>
    public async Task<bool> RepairAsync(
        CommandContext context, CaseFile file, DurableTaskClient workflows, CancellationToken cancellation)
    {
        await MakeAsync(file, workflows, cancellation);
        if (file.State.Split is { } split)
        {
            var begun = (await MadeAsync(split.Parts, cancellation))
                .Select(part => SplitRules.UndoingIn(part, file.State)).FirstOrDefault(e => e is not null);
            if (begun is not null)
            {
                await undoing.RunAsync(begun.By, file, workflows, cancellation);
                return true;
            }
        }

        foreach (var former in await MadeAsync(file.State.FormerParts, cancellation))
        {
            await EndAsync(context, former, file.State, workflows, cancellation);
        }

        return file.State is { SplitFrom: { } origin, Outcome: null }
            && await store.FindAsync(origin, cancellation) is { } whole
            && await RepairPartAsync(context, file, whole, workflows, cancellation);
    }

    private async Task<bool> RepairPartAsync(
        CommandContext context, CaseFile part, CaseFile origin, DurableTaskClient workflows, CancellationToken cancellation)
    {
        if (SplitRules.UndoingIn(part, origin.State) is not { } begun)
        {
            return await EndAsync(context, part, origin.State, workflows, cancellation);
        }

        await undoing.RunAsync(begun.By, origin, workflows, cancellation);
        return true;
    }

    private async Task MakeAsync(CaseFile origin, DurableTaskClient workflows, CancellationToken cancellation)
    {
        foreach (var (split, place, part) in SplitRules.ToMake(origin))
        {
            await parts.MakeAsync(origin, split, place, part, workflows, cancellation);
        }
    }

    private async Task<CommandResult> FollowAsync(CommandContext context, CommandResult result, DurableTaskClient workflows)
    {
        if (result is CommandResult.Done { Case: var file })
        {
            await FollowUp.RunAsync(logger, $"The parts of {file.Number}",
                () => RepairAsync(context, file, workflows, CancellationToken.None));
        }

        return result;
    }

    private async Task<bool> EndAsync(
        CommandContext context, CaseFile part, CaseState origin, DurableTaskClient workflows, CancellationToken cancellation)
    {
        if (!SplitRules.MustEnd(part.State, origin))
        {
            return false;
        }

        await cases.ActAsync(
            part.Number,
            current => SplitRules.MustEnd(current.State, origin)
                ? new Decision.Append(new NewEvent(context.By, new PartTakenBack(origin.Number))) : new Decision.AlreadyDone(),
            workflows, cancellation);
        return true;
    }

    private async Task<IReadOnlyList<CaseFile>> MadeAsync(IEnumerable<CaseNumber> numbers, CancellationToken cancellation) =>
        [.. (await Task.WhenAll(numbers.Select(number => store.FindAsync(number, cancellation)))).OfType<CaseFile>()];

    /// <summary>Numbers that no case has: the event names them before their cases exist.</summary>
    private async Task<IReadOnlyList<CaseNumber>> FreeNumbersAsync(int count, CancellationToken cancellation)
    {
        var year = WorkingDays.DayOf(clock.GetUtcNow()).Year;
        var free = new List<CaseNumber>();
        while (free.Count < count)
        {
            var number = CaseNumber.New(year);
            if (!free.Contains(number) && await store.FindAsync(number, cancellation) is null)
            {
                free.Add(number);
            }
        }

        return free;
    }
}
