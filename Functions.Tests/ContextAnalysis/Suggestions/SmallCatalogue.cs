using RegelLoket.Cases;
using RegelLoket.ContextAnalysis.Catalogue;

namespace RegelLoket.Tests.ContextAnalysis.Suggestions;

/// <summary>A catalogue of three rules whose words are easily followed by hand.</summary>
internal static class SmallCatalogue
{
    public const int Benefit = 0;
    public const int Injections = 1;
    public const int Diploma = 2;

    public static RuleCatalogue Create() => new(
        [
            Of("a-uitkering", Ministry.Szw, ["uitkering", "werkloosheidswet"], ["korten", "inkomen", "uitkering aanvragen"]),
            Of("b-prikken", Ministry.Vws, ["voorbehouden handeling", "injectie"], ["prikken", "spuiten", "bekwaam"]),
            Of("c-diploma", Ministry.Ocw, ["diploma", "erkenning"], ["opleiding", "school", "diploma erkennen"]),
        ],
        [new Concept { Id = "geld", Words = ["uitkering", "steungeld", "geld van de staat"] }],
        [new ExecutiveBody { Id = "uwv", Name = "UWV", ValidFrom = null, ValidUntil = null }], []);

    private static Rule Of(string id, Ministry ministry, string[] keyWords, string[] words) => CatalogueRules.Valid() with
    {
        Id = id,
        Subject = keyWords[0],
        CitationTitle = $"Wet {keyWords[^1]}",
        Abbreviation = null,
        Ministries = [ministry],
        ExecutiveBodies = ["uwv"],
        KeyWords = keyWords,
        Words = words,
        Examples = [],
    };
}
