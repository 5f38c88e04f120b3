using RegelLoket.Cases;
using RegelLoket.ContextAnalysis.Catalogue;

namespace RegelLoket.Tests.ContextAnalysis;

/// <summary>A rule of the catalogue with nothing wrong, for what is pure.</summary>
internal static class CatalogueRules
{
    public static Rule Valid() => new()
    {
        Id = "voorbehouden-handelingen",
        Subject = "Voorbehouden handelingen",
        CitationTitle = "Wet BIG",
        Abbreviation = "BIG",
        BwbId = "BWBR0006251",
        OtherId = null,
        Articles = ["35", "36"],
        Ministries = [Ministry.Vws],
        OwnerElsewhere = null,
        ExecutiveBodies = ["igj"],
        Source = RuleSource.Wet,
        UsualOutcome = OutcomeKind.HetKanAl,
        Pitfall = "Bekwaam is niet hetzelfde als bevoegd.",
        Themes = [Theme.WerkenNaarTalent],
        CheckedOn = new DateOnly(2026, 11, 2),
        KeyWords = ["voorbehouden handeling", "risicovolle handeling", "bevoegd"],
        Words = ["prikken", "injecteren", "katheter", "bekwaam", "spuiten", "in opdracht"],
        Examples = ["Een helpende mag bij ons niet prikken."],
    };
}
