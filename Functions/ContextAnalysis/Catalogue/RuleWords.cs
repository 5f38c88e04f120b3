using RegelLoket.Cases;
using RegelLoket.Language;
using RegelLoket.Web;

namespace RegelLoket.ContextAnalysis.Catalogue;

/// <summary>Describes a rule in words for people.</summary>
public static class RuleWords
{
    /// <summary>Returns the owners of the rule: the ministries, and others.</summary>
    public static string OwnersOf(Rule rule) =>
        string.Join(" en ", rule.Ministries.Select(ministry => ministry.Label())
        .Concat(rule.OwnerElsewhere is { } other ? [other] : Array.Empty<string>()));

    /// <summary>Whether each word occurs in the texts of the rule in the catalogue.</summary>
    public static bool Holds(Rule rule, string words)
    {
        IEnumerable<string?> texts =
            [rule.Id, rule.Subject, rule.CitationTitle, rule.Abbreviation, rule.BwbId, rule.OwnerElsewhere,
            .. rule.KeyWords, .. rule.Words];
        return SearchForm.HoldsAll(SearchForm.WordsOf(words), texts);
    }

    public static IReadOnlyList<RuleFact> Facts(Rule rule, Func<string, ExecutiveBody?> body) =>
    [
        new("Onderwerp", rule.Subject),
        new("Citeertitel", rule.CitationTitle),
        new("Afkorting", rule.Abbreviation ?? ""),
        new("BWB-id", rule.BwbId ?? ""),
        new("Ander id", rule.OtherId ?? ""),
        new("Artikelen", string.Join(", ", rule.Articles)),
        new("Ministeries", string.Join(", ", rule.Ministries.Select(ministry => ministry.Label()))),
        new("Eigenaar elders", rule.OwnerElsewhere ?? ""),
        new("Uitvoerders", string.Join(", ", rule.ExecutiveBodies.Select(id => body(id)?.Name ?? id))),
        new("Herkomst", rule.Source.Label()),
        new("Gebruikelijke uitkomst", rule.UsualOutcome.Label()),
        new("Valkuil", rule.Pitfall),
        new("Thema's", string.Join(", ", rule.Themes.Select(theme => theme.Label()))),
        new("Gecontroleerd op", rule.CheckedOn is { } day ? DutchDates.Short(day) : ""),
        new("Kernwoorden", string.Join(", ", rule.KeyWords)),
        new("Woorden", string.Join(", ", rule.Words)),
        new("Voorbeelden", string.Join("\n", rule.Examples)),
    ];

    /// <summary>
    /// Returns the differences of a change: each changed field before and after, or all filled fields of an added rule.
    /// </summary>
    public static IEnumerable<(string Label, string Before, string After)> Differences(
        Rule? before, Rule after, Func<string, ExecutiveBody?> body)
    {
        var now = Facts(after, body);
        var then = before is null ? now.Select(fact => fact with { Value = "" }) : Facts(before, body);
        return then.Zip(now).Where(pair => pair.First.Value != pair.Second.Value)
            .Select(pair => (pair.Second.Label, pair.First.Value, pair.Second.Value));
    }
}
