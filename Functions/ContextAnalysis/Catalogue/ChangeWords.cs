using RegelLoket.Cases;
using RegelLoket.Web;

namespace RegelLoket.ContextAnalysis.Catalogue;

/// <summary>Describes a change to the catalogue to anyone who was about to overwrite it.</summary>
internal static class ChangeWords
{
    public static NewerText Of(CatalogueChange change, RuleCatalogue catalogue) => new(change.By, change.At,
        [.. FactsOf(change, catalogue).Where(fact => fact.Value.Length > 0).Select(fact => (fact.Label, fact.Value))]);

    private static IEnumerable<RuleFact> FactsOf(CatalogueChange change, RuleCatalogue catalogue) => change switch
    {
        { Rule.After: { } rule } => RuleWords.Facts(rule, catalogue.FindBody),
        { Body.After: { } body } =>
            [new("Naam", body.Name), new("Bestaat sinds", WordOf(body.ValidFrom)),
                new("Laatste dag", WordOf(body.ValidUntil))],
        { Ministry.After: { } ministry } =>
            [new("Ministerie", ministry.Ministry.Label()), new("Naam", ministry.Name), new("Afkorting", ministry.Abbreviation),
                new("Vanaf welke dag", WordOf(ministry.ValidFrom))],
        _ => [],
    };

    private static string WordOf(DateOnly? day) => day is { } known ? DutchDates.Short(known) : "";
}
