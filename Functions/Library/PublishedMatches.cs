using System.Collections.Frozen;
using RegelLoket.Cases;
using RegelLoket.Intake;
using RegelLoket.Language;
using RegelLoket.Library.Items;
using RegelLoket.Library.Search;

namespace RegelLoket.Library;

/// <summary>Finds published cases and factsheets that resemble a text, so that a report may not be needed.</summary>
public sealed class PublishedMatches(LibraryCache shelf, LibraryStore store) : IPublishedCases
{
    private const double LeastScore = 0.6;
    private const int SnippetLength = 300;
    private const int LongestId = 120;

    public async Task<IReadOnlyList<PublishedMatch>> LikeAsync(string text, int maximum, CancellationToken cancellation)
    {
        var view = await shelf.ViewAsync(cancellation);
        return [.. view.Index.Find(text).Where(hit => hit.Item is LibraryAnswer && hit.Score >= LeastScore).Take(maximum)
            .Select(hit => Match((LibraryAnswer)hit.Item, hit.Stems))];
    }

    public async Task<PublishedMatch?> FindAsync(string id, CancellationToken cancellation) =>
        await ItemAsync(id, cancellation) is LibraryAnswer answer ? Match(answer, FrozenSet<string>.Empty) : null;

    public Task<PublishedMatch?> FindAsync(CaseNumber number, CancellationToken cancellation) =>
        FindAsync(PublishedCase.IdOf(number), cancellation);

    public async Task CountHelpedAsync(string id, CancellationToken cancellation)
    {
        if (await ItemAsync(id, cancellation) is not null)
        {
            await shelf.CountAsync(id, await store.CountHelpedAsync(id, cancellation), cancellation);
        }
    }

    public async Task UncountHelpedAsync(string id, CancellationToken cancellation)
    {
        if (await ItemAsync(id, cancellation) is not null)
        {
            await shelf.CountAsync(id, await store.UncountHelpedAsync(id, cancellation), cancellation);
        }
    }

    public async Task CountSharedAsync(string id, int people, CancellationToken cancellation)
    {
        if (await ItemAsync(id, cancellation) is not null)
        {
            await shelf.CountAsync(id, await store.ShareAsync(id, people, cancellation), cancellation);
        }
    }

    public async Task ShowSharedAsync(string id, int organisations, int people, CancellationToken cancellation)
    {
        if (await ItemAsync(id, cancellation) is not null)
        {
            await shelf.CountAsync(id, await store.ShareAtLeastAsync(id, organisations, people, cancellation), cancellation);
        }
    }

    /// <summary>Returns the item; one that was just published may only be in storage.</summary>
    private async Task<LibraryItem?> ItemAsync(string id, CancellationToken cancellation)
    {
        var view = await shelf.ViewAsync(cancellation);
        return view.Find(id) ?? (view.IsWithdrawn(id) || id.Length is 0 or > LongestId
            || !id.All(sign => char.IsAsciiLetterOrDigit(sign) || sign == '-')
            ? null
            : await store.FindAsync(id, cancellation));
    }

    private static PublishedMatch Match(LibraryAnswer answer, IReadOnlySet<string> stems) => new(
        answer.Id, answer.Title, Short(answer.Problem), Short(answer.WhatYouMay), answer.Outcome.Label(),
        WorkingDays.DayOf(answer.ModifiedAt), answer.Path,
        [.. Highlight.Mark($"{answer.Title} {answer.Problem}", stems).Where(piece => piece.Marked)
            .Select(piece => piece.Text.ToLowerInvariant()).Where(word => !StopWords.IsTooCommon(word)).Distinct()])
    {
        Case = (answer as PublishedCase)?.Number,
    };

    /// <summary>Returns the start of a long text, cut at a space where there is one.</summary>
    internal static string Short(string text) => text.Length <= SnippetLength ? text
        : text[..(text.LastIndexOf(' ', SnippetLength) is > 0 and var space ? space : SnippetLength)] + " …";
}
