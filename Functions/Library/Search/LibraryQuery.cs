using Microsoft.AspNetCore.Http;
using RegelLoket.Cases;
using RegelLoket.Library.Items;

namespace RegelLoket.Library.Search;

/// <summary>A search in the library: the same parameters in the page's address, the feed and the API.</summary>
public sealed record LibraryQuery
{
    public const int MaximumTextLength = 200;

    public string Text { get; init; } = "";

    public ItemKind? Kind { get; init; }

    public Theme? Theme { get; init; }

    public Branche? Branche { get; init; }

    public Ministry? Ministry { get; init; }

    /// <summary>The BWB id of a rule.</summary>
    public string? Rule { get; init; }

    public OutcomeKind? Outcome { get; init; }

    /// <summary>The state of an experiment; other items have none.</summary>
    public ExperimentState? State { get; init; }

    /// <summary>The id of a front-runner initiative.</summary>
    public string? FrontRunner { get; init; }

    public int Page { get; init; } = 1;

    /// <summary>Whether it has no words and no filters.</summary>
    public bool IsEmpty => this with { Page = 1 } == new LibraryQuery();

    /// <summary>Reads the query string; <c>Wrong</c> holds the keys whose value is not in the list.</summary>
    public static (LibraryQuery Query, IReadOnlyList<string> Wrong) Read(IQueryCollection values)
    {
        var wrong = new List<string>();

        T? Slug<T>(string key) where T : struct, Enum
        {
            var value = values[key].ToString();
            if (value.Length == 0)
            {
                return null;
            }

            if (EnumNames.TryParseSlug<T>(value, out var parsed))
            {
                return parsed;
            }

            wrong.Add(key);
            return null;
        }

        var page = 1;
        if (values["pagina"].ToString() is { Length: > 0 } number
            && (!int.TryParse(number, out page) || page is < 1 or > 100_000))
        {
            wrong.Add("pagina");
            page = 1;
        }

        var text = TextSanitizer.CleanLine(values["zoek"]);
        if (text.Length > MaximumTextLength)
        {
            wrong.Add("zoek");
            text = text[..MaximumTextLength];
        }

        return (new LibraryQuery
        {
            Text = text,
            Kind = Slug<ItemKind>("soort"),
            Theme = Slug<Theme>("thema"),
            Branche = Slug<Branche>("branche"),
            Ministry = Slug<Ministry>("ministerie"),
            Rule = Id("regel"),
            Outcome = Slug<OutcomeKind>("uitkomst"),
            State = Slug<ExperimentState>("stand"),
            FrontRunner = Id("koploper"),
            Page = page,
        }, wrong);

        string? Id(string key)
        {
            var value = values[key].ToString();
            if (value.Length > 80 || !value.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            {
                wrong.Add(key);
                return null;
            }

            return value.Length == 0 ? null : value;
        }
    }

    /// <summary>Returns the query string with its question mark; empty without parameters.</summary>
    /// <param name="page">Another page; null leaves the page out.</param>
    public string ToQueryString(int? page = null)
    {
        var pairs = new List<(string Key, string? Value)>
        {
            ("zoek", Text.Length == 0 ? null : Text), ("soort", Kind?.Slug()), ("thema", Theme?.Slug()),
            ("branche", Branche?.Slug()),
            ("ministerie", Ministry?.Slug()),
            ("regel", Rule), ("uitkomst", Outcome?.Slug()), ("stand", State?.Slug()), ("koploper", FrontRunner),
            ("pagina", page is > 1 ? $"{page}" : null),
        };
        return QueryString.Create(
            pairs.Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Key, p.Value))).ToUriComponent();
    }

    /// <summary>Whether an item passes the filters, regardless of the words.</summary>
    public bool Admits(LibraryItem item) =>
        (Kind is null || item.Kind == Kind)
        && (Theme is not { } theme || item.Themes.Contains(theme))
        && (Branche is not { } branche || item.Branches.Contains(branche))
        && (State is null || (item is Experiment experiment && experiment.State == State))
        && (FrontRunner is null || item.Id == FrontRunner || item.FrontRunners.Contains(FrontRunner))
        && (Rule is null || item.Rules.Any(rule => string.Equals(rule.BwbId, Rule, StringComparison.OrdinalIgnoreCase)))
        && ((Ministry, Outcome) is (null, null) || (item is LibraryAnswer answer
            && (Ministry is not { } ministry || answer.Ministries.Contains(ministry))
            && (Outcome is null || answer.Outcome == Outcome)));

    /// <summary>
    /// Whether a withdrawn item may have passed the filters. What is not known of it any more does not hold it back,
    /// since a reader who never had it ignores its withdrawal.
    /// </summary>
    public bool Admits(WithdrawnItem item) =>
        item.Kind is not { } kind
        || ((Kind is null || kind == Kind)
            && (Theme is not { } theme || item.Themes.Contains(theme))
            && (Branche is not { } branche || item.Branches.Contains(branche))
            && (Rule is null || item.Laws.Contains(Rule, StringComparer.OrdinalIgnoreCase))
            && ((Ministry, Outcome) is (null, null) || kind is ItemKind.PublishedCase or ItemKind.Factsheet));
}
