using System.Globalization;
using System.Text;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Library.Items;
using RegelLoket.Library.Publication;
using RegelLoket.Library.Search;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.Library.Editing;

/// <summary>
/// Coordinators write, change, check and withdraw factsheets and front-runner initiatives. What they write is a
/// proposal, which <see cref="SecondReaderService"/> puts online. Pages and API call the same methods.
/// </summary>
public sealed class EditorialService(
    EditionStore editions, EditionWriter writer, LibraryCache shelf, CaseService cases, CasePublisher publisher, IKnownLaws laws)
{
    private const int LongestId = 60;

    /// <summary>The id of an item that has none yet.</summary>
    private const string NewItem = "nieuw";

    /// <summary>Proposes a new factsheet, by the id that its title gives, or the change of one.</summary>
    public Task<EditResult> SaveAsync(
        CommandContext context, string? id, FactsheetRequest input, CancellationToken cancellation) =>
        SaveAsync<Factsheet>(context, id, input, (name, before, view, now, errors) =>
            WithIds(ItemCheck.Factsheet(name, input, before, view, now, errors)), cancellation);

    /// <summary>Proposes a new front-runner initiative, by the id that its title gives, or the change of one.</summary>
    public Task<EditResult> SaveAsync(
        CommandContext context, string? id, FrontRunnerRequest input, CancellationToken cancellation) =>
        SaveAsync<FrontRunner>(context, id, input, (name, before, view, now, errors) =>
            ItemCheck.FrontRunner(name, input, before, view, now, errors), cancellation);

    /// <summary>Checks a factsheet as it would be proposed; changes nothing.</summary>
    public async Task<ItemReview> CheckAsync(
        CommandContext context, string? id, FactsheetRequest input, CancellationToken cancellation)
    {
        var (view, errors) = (await shelf.ReloadAsync(cancellation), new FieldErrors());
        var item = WithIds(ItemCheck.Factsheet(
            id ?? NewItem, input, id is null ? null : view.Find(id) as Factsheet, view, context.Now, errors));
        return new(errors.All, item);
    }

    /// <inheritdoc cref="CheckAsync(CommandContext, string?, FactsheetRequest, CancellationToken)"/>
    public async Task<ItemReview> CheckAsync(
        CommandContext context, string? id, FrontRunnerRequest input, CancellationToken cancellation)
    {
        var (view, errors) = (await shelf.ReloadAsync(cancellation), new FieldErrors());
        var item = ItemCheck.FrontRunner(
            id ?? NewItem, input, id is null ? null : view.Find(id) as FrontRunner, view, context.Now, errors);
        return new(errors.All, item);
    }

    /// <summary>The item is still right: it counts as up to date until the new day. A case says so in its own stream.</summary>
    public async Task<EditResult> ReviewAsync(
        CommandContext context, string id, ReviewRequest input, DurableTaskClient workflows,
        CancellationToken cancellation)
    {
        var today = context.Today;
        var errors = new FieldErrors();
        errors.AddWhen(input.ReviewBefore is null, "nakijkenVoor", "Kies tot wanneer de tekst geldt.");
        errors.AddWhen(input.ReviewBefore <= today, "nakijkenVoor", "Kies een dag die nog moet komen.");
        var view = await shelf.ReloadAsync(cancellation);
        switch (view.Find(id))
        {
            case PublishedCase or Factsheet when errors.Any:
                return new EditResult.Invalid(errors.All);
            case PublishedCase item:
                var result = await cases.ActAsync(item.Number, file =>
                    file.State.Publication is not { IsPublic: true } publication
                        ? new Decision.Refuse("Deze zaak is niet gedeeld.")
                        : publication.ReviewBefore == input.ReviewBefore ? new Decision.AlreadyDone()
                        : new Decision.Append(
                            new NewEvent(context.By, new PublicationReviewed(input.ReviewBefore!.Value))), workflows,
                        cancellation);
                if (result is not CommandResult.Done done)
                {
                    return new EditResult.Refused(
                        result is CommandResult.Refused refused ? refused.Reason : EditionWriter.ChangedMeanwhile);
                }

                await publisher.FollowAsync(done);
                return new EditResult.Saved(id, 0);
            case Factsheet when await editions.NewestAsync(id, cancellation) is { IsDraft: true }:
                return new EditResult.Refused(
                    "Er ligt een wijziging klaar die nog niet online staat. Rond die eerst af.");
            case Factsheet sheet:
                var after = sheet with
                {
                    ReviewBefore = input.ReviewBefore!.Value,
                    Rules = input.RulesChecked
                    ? [.. sheet.Rules.Select(rule => rule with { CheckedOn = today })] : sheet.Rules
                };
                return await writer.WriteAsync(
                    context, EditionKind.Reviewed, id, await editions.VersionAsync(id, cancellation), sheet, after,
                    reason: null, cancellation);
            default:
                return new EditResult.NotFound();
        }
    }

    /// <summary>Takes an item out: its address answers 410, and feed, open data and dump are without it at once.</summary>
    public async Task<EditResult> WithdrawAsync(
        CommandContext context, string id, string? reason, CancellationToken cancellation)
    {
        var view = await shelf.ReloadAsync(cancellation);
        if (view.IsWithdrawn(id))
        {
            return new EditResult.Saved(id, await editions.VersionAsync(id, cancellation));
        }

        if (view.Find(id) is not (Factsheet or FrontRunner) || view.Find(id) is not { } item)
        {
            return view.Find(id) is null ? new EditResult.NotFound()
                : new EditResult.Refused("Trek deze tekst in op de pagina van de zaak.");
        }

        var errors = new FieldErrors();
        var text = errors.Required("reden", reason, ItemCheck.LineLength, "Schrijf op waarom de tekst weg moet.");
        return errors.Any ? new EditResult.Invalid(errors.All)
            : await writer.WriteAsync(
                context, EditionKind.Withdrawn, id, await editions.VersionAsync(id, cancellation), item,
                after: null, text,
                cancellation);
    }

    private Factsheet? WithIds(Factsheet? sheet) => sheet is null ? null : sheet with
    {
        Rules = [.. sheet.Rules.Select(rule => PublicRule.Of(laws.WithId(rule.ToReference())))],
    };

    private async Task<EditResult> SaveAsync<T>(
        CommandContext context, string? id, ItemRequest input,
        Func<string, T?, LibraryView, DateTimeOffset, FieldErrors, T?> check,
        CancellationToken cancellation) where T : LibraryItem
    {
        var view = await shelf.ReloadAsync(cancellation);
        var name = id ?? IdOf(input.Title);
        var before = view.Find(name);
        if (before is not (null or T) || (before is null && id is not null && !IsId(id)))
        {
            return new EditResult.NotFound();
        }

        var known = id is null && name.Length > 0 ? await editions.HistoryAsync(name, cancellation) : [];
        if (CommandRequest.Current?.Mark is { } mark && known is [.., { Version: 1 } first] && first.Request == mark)
        {
            return new EditResult.Saved(name, first.Version);
        }

        var errors = new FieldErrors();
        var item = check(name.Length > 0 ? name : NewItem, before as T, view, context.Now, errors);
        errors.AddWhen(
            id is null && (before is not null || known.Count > 0 || view.IsWithdrawn(name)), "titel",
            "Er is of was al een tekst met deze "
            + "titel. Kies een andere.");
        errors.AddWhen(id is null && name.Length == 0, "titel", "Gebruik in de titel ook letters of cijfers.");
        errors.AddWhen(input.Version is null, "versie", "Noem de versie die je las; 0 voor een nieuwe tekst.");
        return errors.Any ? new EditResult.Invalid(errors.All)
            : view.IsWithdrawn(name)
            ? new EditResult.Refused("Deze tekst is ingetrokken. Schrijf een nieuwe, met een andere titel.")
            : await writer.WriteAsync(
                context, EditionKind.Proposed, name, input.Version!.Value, before, item, reason: null, cancellation);
    }

    /// <summary>The title in small letters and dashes: the item's address for ever.</summary>
    internal static string IdOf(string? title)
    {
        var id = new StringBuilder();
        foreach (var c in UnicodeText.Normalized(title ?? "", NormalizationForm.FormD)
            .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                id.Append(char.ToLowerInvariant(c));
            }
            else if (c is not ('\'' or '’') && id.Length > 0 && id[^1] != '-')
            {
                id.Append('-');
            }
        }

        return id.ToString()[..Math.Min(id.Length, LongestId)].Trim('-');
    }

    private static bool IsId(string id) => id.Length is > 0 and <= LongestId && id == IdOf(id);
}
