using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Storage;

namespace RegelLoket.ContextAnalysis.Bundling;

/// <summary>How two cases hang together.</summary>
public enum CaseLinkKind
{
    /// <summary>About the same rule, another bottleneck: both go on.</summary>
    [JsonStringEnumMemberName("verwant"), Display(Name = "Verwant")]
    Related,

    /// <summary>The same bottleneck: one is handled within the other.</summary>
    [JsonStringEnumMemberName("zelfde"), Display(Name = "Over hetzelfde")]
    Same,
}

/// <summary>
/// Links cases, merges one into another and splits it off again. Both streams tell of it. The second write may be missing after a crash;
/// the same command again finishes it, since what has happened already is not repeated.
/// </summary>
public sealed class CaseLinkService(CaseService cases, CaseStore store, WorkingDays workingDays, StepTerms terms)
{
    private const int MaximumReason = 1_000;

    /// <summary>Binds the case to another: as related, or as the same, so that it is handled within the other.</summary>
    public async Task<CommandResult> BindAsync(
        CommandContext context, CaseNumber number, string? other, CaseLinkKind? kind, string? reason, DurableTaskClient workflows,
        CancellationToken cancellation)
    {
        var errors = new Dictionary<string, string>();
        var target = await TargetAsync(number, other, errors, cancellation);
        var why = TextSanitizer.Check(reason, "reden", "de reden", MaximumReason, required: true, errors);
        if (kind is null)
        {
            errors["soort"] = "Kies verwant of zelfde.";
        }

        if (errors.Count > 0 || target is null)
        {
            return new CommandResult.Invalid(errors);
        }

        var texts = new Dictionary<string, string> { [TextNames.Reason] = why };
        return kind == CaseLinkKind.Related
            ? await LinkAsync(context, number, target.Number, texts, workflows, cancellation)
            : await MergeAsync(context, number, target, texts, workflows, cancellation);
    }

    /// <summary>Takes the bond away again: a link, or a merge; the case goes on from where it was.</summary>
    public async Task<CommandResult> UnbindAsync(CommandContext context, CaseNumber number, string? other, DurableTaskClient workflows,
        CancellationToken cancellation)
    {
        if (!CaseNumber.TryParse(other, out var target) || await store.FindAsync(number, cancellation) is not { } file)
        {
            return new CommandResult.NotFound();
        }

        if (file.State.MergedInto == target)
        {
            await ActAsync(context, target, state => state.Absorbed.Contains(number), new OtherCaseSplitOff(number), null, workflows,
                cancellation);
            var dueOn = workingDays.Add(context.Today, terms.Analysis);
            return await ActAsync(context, number, state => state.MergedInto == target, new CaseSplitOff(target) { DueOn = dueOn }, null,
                workflows, cancellation);
        }

        if (!file.State.Related.Contains(target))
        {
            return new CommandResult.Refused("Deze zaken zijn niet verbonden.");
        }

        await ActAsync(context, target, state => state.Related.Contains(number), new CaseUnlinked(number), null, workflows, cancellation);
        return await ActAsync(context, number, state => state.Related.Contains(target), new CaseUnlinked(target), null, workflows,
            cancellation);
    }

    private async Task<CommandResult> LinkAsync(
        CommandContext context, CaseNumber number, CaseNumber other, Dictionary<string, string> texts, DurableTaskClient workflows,
        CancellationToken cancellation)
    {
        await ActAsync(context, other, state => !state.Related.Contains(number), new CaseLinked(number), texts, workflows, cancellation);
        return await ActAsync(context, number, state => !state.Related.Contains(other), new CaseLinked(other), texts, workflows,
            cancellation);
    }

    private async Task<CommandResult> MergeAsync(
        CommandContext context, CaseNumber number, CaseFile target, Dictionary<string, string> texts, DurableTaskClient workflows,
        CancellationToken cancellation)
    {
        if (target.State.MergedInto is not null || !target.State.IsOpen)
        {
            return new CommandResult.Refused("Kies als hoofdzaak een open zaak die zelf niet is samengevoegd.");
        }

        var merged = await cases.ActAsync(
            number,
            file => file.State.MergedInto == target.Number ? new Decision.AlreadyDone()
                : CaseRules.Refusal(file.State, CaseStep.Merge) is { } refusal ? new Decision.Refuse(refusal)
                : file.State.Requests.Any(request => !request.HasEnded) ? new Decision.Refuse("Er ligt nog een vraag bij een "
                    + "ministerie. Wacht op het antwoord.")
                : !file.State.Absorbed.IsEmpty ? new Decision.Refuse("Met deze zaak zijn al andere samengevoegd. Kies deze zaak als "
                    + "hoofdzaak.")
                : new Decision.Append(new NewEvent(context.By, new CaseMerged(target.Number)) { Texts = texts }),
            workflows,
            cancellation);
        if (merged is CommandResult.Done)
        {
            await ActAsync(context, target.Number, state => !state.Absorbed.Contains(number), new OtherCaseMerged(number), texts,
                workflows, cancellation);
        }

        return merged;
    }

    private Task<CommandResult> ActAsync(
        CommandContext context, CaseNumber number, Func<CaseState, bool> isNeeded, CaseChange change, Dictionary<string, string>? texts,
        DurableTaskClient workflows, CancellationToken cancellation) =>
        cases.ActAsync(
            number,
            file => isNeeded(file.State) ? new Decision.Append(new NewEvent(context.By, change) { Texts = texts ?? [] })
                : new Decision.AlreadyDone(),
            workflows,
            cancellation);

    private async Task<CaseFile?> TargetAsync(CaseNumber number, string? other, Dictionary<string, string> errors,
        CancellationToken cancellation)
    {
        if (!CaseNumber.TryParse(other, out var target) || target == number)
        {
            errors["zaaknummer"] = "Vul het nummer van een andere zaak in.";
            return null;
        }

        var file = await store.FindAsync(target, cancellation);
        if (file is null)
        {
            errors["zaaknummer"] = "Deze zaak is er niet.";
        }

        return file;
    }
}
