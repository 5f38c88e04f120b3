using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Library.Items;
using RegelLoket.Library.OpenData;
using RegelLoket.Library.Publication;
using RegelLoket.Library.Search;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.Library.Editing;

/// <summary>
/// Lets coordinators write, edit, review and withdraw factsheets and front-runner initiatives. The edition is stored
/// first, then the item: an interruption between the two is repaired within ten minutes, or by the next save. Pages and
/// API call the same methods.
/// </summary>
public sealed class EditorialService(
    EditionStore editions, LibraryStore store, LibraryCache shelf, DumpStore dumps, CaseService cases, CasePublisher publisher,
    IOptions<SiteOptions> site, TimeProvider clock,
    ILogger<EditorialService> logger)
{
    private const int LongestId = 60;

    /// <summary>The period in which the reconciler looks for interrupted edits, by the clock of storage.</summary>
    private static readonly TimeSpan HealingTerm = TimeSpan.FromDays(1);

    private const string ChangedMeanwhile = "Iemand anders heeft deze tekst net gewijzigd. Lees eerst wat er nu staat.";

    /// <summary>Saves a new factsheet under an id from its title, or an edit of one.</summary>
    public Task<EditResult> SaveAsync(CommandContext context, string? id, FactsheetRequest input, CancellationToken cancellation) =>
        SaveAsync<Factsheet>(context, id, input, (name, before, view, now, errors) =>
            ItemCheck.Factsheet(name, input, before, view, now, errors), cancellation);

    /// <summary>Saves a new front-runner initiative under an id from its title, or an edit of one.</summary>
    public Task<EditResult> SaveAsync(CommandContext context, string? id, FrontRunnerRequest input, CancellationToken cancellation) =>
        SaveAsync<FrontRunner>(context, id, input, (name, before, view, now, errors) =>
            ItemCheck.FrontRunner(name, input, before, view, now, errors), cancellation);

    /// <summary>
    /// Records that the item is still right: it counts as up to date until the new day. For a case this is an event in
    /// its own stream.
    /// </summary>
    public async Task<EditResult> ReviewAsync(CommandContext context, string id, ReviewRequest input, DurableTaskClient workflows,
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
                    file.State.Publication is not { IsPublic: true } publication ? new Decision.Refuse("Deze zaak is niet gedeeld.")
                        : publication.ReviewBefore == input.ReviewBefore ? new Decision.AlreadyDone()
                        : new Decision.Append(new NewEvent(context.By, new PublicationReviewed(input.ReviewBefore!.Value))), workflows,
                        cancellation);
                if (result is not CommandResult.Done done)
                {
                    return new EditResult.Refused(result is CommandResult.Refused refused ? refused.Reason : ChangedMeanwhile);
                }

                await publisher.FollowAsync(done);
                return new EditResult.Saved(id, 0);
            case Factsheet sheet:
                var after = sheet with
                {
                    ReviewBefore = input.ReviewBefore!.Value,
                    Rules = input.RulesChecked
                    ? [.. sheet.Rules.Select(rule => rule with { CheckedOn = today })] : sheet.Rules
                };
                return await WriteAsync(context, EditionKind.Reviewed, id, await editions.VersionAsync(id, cancellation), sheet, after,
                    reason: null, cancellation);
            default:
                return new EditResult.NotFound();
        }
    }

    /// <summary>Withdraws an item: its address returns 410, and feed, open data and dump omit it at once.</summary>
    public async Task<EditResult> WithdrawAsync(CommandContext context, string id, string? reason, CancellationToken cancellation)
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
            : await WriteAsync(context, EditionKind.Withdrawn, id, await editions.VersionAsync(id, cancellation), item, after: null, text,
                cancellation);
    }

    private async Task<EditResult> SaveAsync<T>(
        CommandContext context, string? id, ItemRequest input, Func<string, T?, LibraryView, DateTimeOffset, FieldErrors, T?> check,
        CancellationToken cancellation) where T : LibraryItem
    {
        var view = await shelf.ReloadAsync(cancellation);
        var name = id ?? IdOf(input.Title);
        var before = view.Find(name);
        if (before is not (null or T) || (before is null && id is not null && !IsId(id)))
        {
            return new EditResult.NotFound();
        }

        if (id is null && before is not null && CommandRequest.Current?.Mark is { } mark
            && await editions.HistoryAsync(name, cancellation) is [.., { Version: 1 } first] && first.Request == mark)
        {
            return new EditResult.Saved(name, first.Version);
        }

        var errors = new FieldErrors();
        var item = check(name.Length > 0 ? name : "nieuw", before as T, view, context.Now, errors);
        errors.AddWhen(id is null && (before is not null || view.IsWithdrawn(name)), "titel", "Er is of was al een tekst met deze "
            + "titel. Kies een andere.");
        errors.AddWhen(id is null && name.Length == 0, "titel", "Gebruik in de titel ook letters of cijfers.");
        errors.AddWhen(input.Version is null, "versie", "Noem de versie die je las; 0 voor een nieuwe tekst.");
        return errors.Any ? new EditResult.Invalid(errors.All)
            : view.IsWithdrawn(name) ? new EditResult.Refused("Deze tekst is ingetrokken. Schrijf een nieuwe, met een andere titel.")
            : await WriteAsync(context, before is null ? EditionKind.Created : EditionKind.Changed, name, input.Version!.Value, before,
                item, reason: null, cancellation);
    }

    private async Task<EditResult> WriteAsync(
        CommandContext context, EditionKind what, string id, int version, LibraryItem? before, LibraryItem? after, string? reason,
        CancellationToken cancellation)
    {
        var edition = new Edition
        {
            Id = id,
            Version = version + 1,
            What = what,
            By = context.By,
            At = context.Now,
            Reason = reason,
            Before = before,
            After = after,
            Request = CommandRequest.Current?.Mark,
        };
        if (version != await editions.VersionAsync(id, cancellation) || !await editions.AddAsync(edition, cancellation))
        {
            // A repeated request, after a double click or a crash: completes what the first one left undone.
            var newest = await editions.HistoryAsync(id, cancellation) is [var last, ..] ? last : null;
            if (newest?.Version != edition.Version || !newest.By.IsSamePerson(context.By) || !IsSame(newest.After, after))
            {
                return new EditResult.Refused(ChangedMeanwhile) { Unseen = newest, Seen = version };
            }

            edition = newest;
        }

        await FollowUp.RunAsync(logger, $"Item {id} of the library", () => ShowAsync(edition, CancellationToken.None));
        logger.LogInformation("Item {Item} of the library: {What}, version {Version}.", id, what, edition.Version);
        return new EditResult.Saved(id, edition.Version);
    }

    /// <summary>Returns the repairs that bring items up to date with their newest editions after a crash.</summary>
    internal async IAsyncEnumerable<Repair> RepairsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var view = await shelf.ReloadAsync(cancellation);
        foreach (var edition in await editions.NewestSinceAsync(TimeProvider.System.GetUtcNow() - HealingTerm, cancellation))
        {
            if (edition.After is { } after ? view.Find(edition.Id) is not { } item || !IsSame(item, after) : !view.IsWithdrawn(edition.Id))
            {
                yield return new Repair($"Item {edition.Id} of the library", async token =>
                {
                    await ShowAsync(edition, token);
                    return true;
                });
            }
        }
    }

    /// <summary>Publishes an edition, and then any newer one that another writer may have published before.</summary>
    internal async Task ShowAsync(Edition edition, CancellationToken cancellation)
    {
        await ShowOnceAsync(edition, cancellation);
        while (await editions.VersionAsync(edition.Id, cancellation) > edition.Version
            && await editions.HistoryAsync(edition.Id, cancellation) is [var newest, ..])
        {
            edition = newest;
            await ShowOnceAsync(edition, cancellation);
        }
    }

    private async Task ShowOnceAsync(Edition edition, CancellationToken cancellation)
    {
        if (edition.After is { } after)
        {
            await store.PutAsync(after, cancellation);
            await shelf.ReloadAsync(cancellation);
        }
        else
        {
            await store.WithdrawAsync(edition.Id, cancellation);
            await dumps.WriteAsync(await shelf.ReloadAsync(cancellation), site.Value.Address, clock.GetUtcNow(), cancellation);
        }
    }

    private static bool IsSame(LibraryItem? one, LibraryItem? other) => one is null || other is null
        ? one is null && other is null
        : LibraryJson.Write(one with { ModifiedAt = other.ModifiedAt, PublishedAt = other.PublishedAt }).AsSpan()
            .SequenceEqual(LibraryJson.Write(other));

    /// <summary>Returns the title in lower case with dashes: the item's permanent id.</summary>
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
