using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Storage;

namespace RegelLoket.ContextAnalysis.CaseLinks;

/// <summary>
/// Links cases, merges one into another and splits it off again. Both streams record it. The second write may be
/// missing after a crash, and two colleagues may merge two cases into each other: <see cref="MergeRules"/> decides what
/// is left to do, and the workflow of either case executes it.
/// </summary>
public sealed class CaseLinkService(CaseService cases, CaseStore store, MergeRules rules, ILogger<CaseLinkService> logger)
{
    private const int MaximumReason = 1_000;
    private const string NoMainCase = "Kies als hoofdzaak een open zaak die zelf niet is samengevoegd.";

    /// <summary>Links the case to another as related, or merges it into one about the same bottleneck.</summary>
    public async Task<CommandResult> LinkAsync(
        CommandContext context, CaseNumber number, string? other, CaseLinkKind? kind, string? reason,
        DurableTaskClient workflows,
        CancellationToken cancellation)
    {
        var errors = new FieldErrors();
        var target = await OtherAsync(number, other, reason, errors, cancellation);
        var why = TextSanitizer.Clean(reason);
        if (kind is null)
        {
            errors.Add("soort", "Kies verwant of zelfde.");
        }

        if (errors.Any || target is null)
        {
            return new CommandResult.Invalid(errors.All);
        }

        var texts = new Dictionary<string, string> { [TextNames.Reason] = why };
        return kind == CaseLinkKind.Related
            ? await RelateAsync(context, number, target.Number, texts, workflows, cancellation)
            : await MergeAsync(context, number, target, texts, workflows, cancellation);
    }

    /// <summary>Finds the other case of a link and collects errors in its number and the reason.</summary>
    internal async Task<CaseFile?> OtherAsync(CaseNumber number, string? other, string? reason, FieldErrors errors,
        CancellationToken cancellation)
    {
        var target = await TargetAsync(number, other, errors, cancellation);
        errors.Text("reden", reason, "de reden", MaximumReason, required: true);
        return target;
    }

    /// <summary>Removes a link, or splits a merged case off, which returns to its earlier step.</summary>
    public async Task<CommandResult> UnlinkAsync(
        CommandContext context, CaseNumber number, string? other, DurableTaskClient workflows,
        CancellationToken cancellation)
    {
        if (!CaseNumber.TryParse(other, out var target) || await store.FindAsync(number, cancellation) is not { } file)
        {
            return new CommandResult.NotFound();
        }

        if (CommandRequest.Current?.AnswerTo(file) is { } answer)
        {
            return answer;
        }

        if (file.State.MergedInto == target)
        {
            var split = await ActAsync(context, number, state => state.MergedInto == target,
                merged => rules.SplitOff(merged.State, SplitOffReason.OtherBottleneck, context.Today), null, workflows,
                cancellation);
            await FollowUp.RunAsync(logger, $"The main case of {number}", () => ActAsync(context, target,
                state => state.MergedCases.Contains(number), new OtherCaseSplitOff(number), null, workflows,
                CancellationToken.None));
            return split;
        }

        if (!file.State.Related.Contains(target))
        {
            return new CommandResult.Refused("Deze zaken zijn niet verbonden.");
        }

        await ActAsync(
            context, target, state => state.Related.Contains(number), new CaseUnlinked(number), null, workflows, cancellation);
        return await ActAsync(
            context, number, state => state.Related.Contains(target), new CaseUnlinked(target), null, workflows,
            cancellation);
    }

    /// <summary>
    /// Completes an unfinished merge in both streams, and splits off the merged cases of a case that no longer answers
    /// them. Repeating it changes nothing.
    /// </summary>
    /// <returns>Whether a merge was checked, so that the case may have changed.</returns>
    public async Task<bool> RepairAsync(CommandContext context, CaseFile file, DurableTaskClient workflows,
        CancellationToken cancellation)
    {
        var main = MergeRules.MainOf(file);
        if (main is null && file.State.CasesToSplitOff.IsEmpty)
        {
            return false;
        }

        foreach (var merged in file.State.CasesToSplitOff)
        {
            await RepairMergedAsync(context, merged, file.Number, workflows, cancellation);
        }

        if (main is not null)
        {
            await RepairMergedAsync(context, file.Number, main.Value, workflows, cancellation);
        }

        return true;
    }

    private async Task RepairMergedAsync(
        CommandContext context, CaseNumber number, CaseNumber main, DurableTaskClient workflows,
        CancellationToken cancellation)
    {
        // A split case and its former main case need at most two events, and a third one when another repair
        // interferes.
        for (var step = 0; step < 3; step++)
        {
            var mainFile = await store.FindAsync(main, cancellation);
            if (await store.FindAsync(number, cancellation) is not { } merged
                || rules.OfMerged(merged, mainFile?.State, context.Today) is not { } repair)
            {
                return;
            }

            await ActAsync(
                context, repair.Number, state => IsNeeded(state, repair.Change), repair.Change, null, workflows, cancellation);
        }
    }

    private static bool IsNeeded(CaseState state, CaseChange repair) => repair switch
    {
        CaseSplitOff split => state.MergedInto == split.From,
        OtherCaseSplitOff split => state.MergedCases.Contains(split.Other),
        OtherCaseMerged merged => !state.MergedCases.Contains(merged.Other),
        _ => throw new ArgumentOutOfRangeException(nameof(repair)),
    };

    private async Task<CommandResult> RelateAsync(
        CommandContext context, CaseNumber number, CaseNumber other, Dictionary<string, string> texts,
        DurableTaskClient workflows,
        CancellationToken cancellation)
    {
        await ActAsync(
            context, other, state => !state.Related.Contains(number), new CaseLinked(number), texts, workflows, cancellation);
        return await ActAsync(
            context, number, state => !state.Related.Contains(other), new CaseLinked(other), texts, workflows,
            cancellation);
    }

    private async Task<CommandResult> MergeAsync(
        CommandContext context, CaseNumber number, CaseFile target, Dictionary<string, string> texts,
        DurableTaskClient workflows,
        CancellationToken cancellation)
    {
        var merged = await cases.ActAsync(
            number,
            file => file.State.MergedInto == target.Number ? new Decision.AlreadyDone()
                : target.State.MergedInto is not null || !target.State.IsOpen ? new Decision.Refuse(NoMainCase)
                : CaseRules.Refusal(file.State, CaseStep.Merge) is { } refusal ? new Decision.Refuse(refusal)
                : file.State.Requests.Any(request => !request.HasEnded) ? new Decision.Refuse("Er ligt nog een vraag bij een "
                    + "ministerie. Wacht op het antwoord.")
                : !file.State.MergedCases.IsEmpty
                ? new Decision.Refuse("Met deze zaak zijn al andere samengevoegd. Kies deze zaak als "
                    + "hoofdzaak.")
                : new Decision.Append(new NewEvent(context.By, new CaseMerged(target.Number)) { Texts = texts }),
            workflows,
            cancellation);
        if (merged is not CommandResult.Done { Case.State: var state })
        {
            return merged;
        }

        // The main case may have ended or been merged since it was read: then this case is split off again. A failure
        // here is left to the workflows, since the case is merged.
        CommandResult.Refused? refused = null;
        await FollowUp.RunAsync(logger, $"The main case of {number}", async () =>
        {
            var known = await cases.ActAsync(
                target.Number,
                main => main.State.MergedCases.Contains(number) ? new Decision.AlreadyDone()
                    : main.State.MergedInto is not null || !main.State.IsOpen ? new Decision.Refuse(NoMainCase)
                    : new Decision.Append(new NewEvent(
                        context.By, new OtherCaseMerged(number) { SplitFrom = state.SplitFrom })
                    { Texts = texts }),
                workflows, CancellationToken.None);
            if (known is CommandResult.Refused)
            {
                var because = MergeRules.WhyNoMainCase((await store.FindAsync(target.Number, CancellationToken.None))?.State);
                await ActAsync(context, number, state => state.MergedInto == target.Number,
                    merged => rules.SplitOff(merged.State, because, context.Today), null, workflows, CancellationToken.None);
                refused = (CommandResult.Refused)known;
            }
        });
        return refused ?? merged;
    }

    private Task<CommandResult> ActAsync(
        CommandContext context, CaseNumber number, Func<CaseState, bool> isNeeded, CaseChange change,
        Dictionary<string, string>? texts,
        DurableTaskClient workflows, CancellationToken cancellation) =>
        ActAsync(context, number, isNeeded, _ => change, texts, workflows, cancellation);

    private Task<CommandResult> ActAsync(
        CommandContext context, CaseNumber number, Func<CaseState, bool> isNeeded, Func<CaseFile, CaseChange> change,
        Dictionary<string, string>? texts, DurableTaskClient workflows, CancellationToken cancellation) =>
        cases.ActAsync(
            number,
            file => isNeeded(file.State) ? new Decision.Append(new NewEvent(context.By, change(file)) { Texts = texts ?? [] })
                : new Decision.AlreadyDone(),
            workflows,
            cancellation);

    private async Task<CaseFile?> TargetAsync(CaseNumber number, string? other, FieldErrors errors,
        CancellationToken cancellation)
    {
        if (!CaseNumber.TryParse(other, out var target) || target == number)
        {
            errors.Add("zaaknummer", "Vul het nummer van een andere zaak in.");
            return null;
        }

        var file = await store.FindAsync(target, cancellation);
        if (file is null)
        {
            errors.Add("zaaknummer", "Deze zaak is er niet.");
        }

        return file;
    }
}
