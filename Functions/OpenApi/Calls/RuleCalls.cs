using RegelLoket.ContextAnalysis.Catalogue;

namespace RegelLoket.OpenApi.Calls;

/// <summary>The catalogue of rules: analysts read it, coordinators change it.</summary>
internal sealed class RuleCalls : IApiCalls
{
    private const string RuleFields = """
        "onderwerp": "Opleiding volgen met behoud van WW",
        "citeertitel": "Werkloosheidswet",
        "afkorting": "WW",
        "bwbId": "BWBR0004045",
        "artikelen": ["76"],
        "ministeries": ["szw"],
        "uitvoerders": ["uwv"],
        "bron": "wet",
        "gebruikelijkeUitkomst": "het-kan-al",
        "valkuil": "Het kan als UWV de scholing nodig vindt.",
        "themas": ["leven-lang-ontwikkelen"],
        "gecontroleerdOp": "2026-05-01",
        "kernwoorden": ["ww-uitkering", "noodzakelijke scholing", "werkloosheidsuitkering"],
        "woorden": ["omscholen", "uitkering kwijt"],
        "voorbeelden": ["Een kandidaat raakt haar WW kwijt zodra de opleiding begint."]
        """;

    private static readonly ApiBody Rule = new("RegelMetWijzigingen", $$"""
        {
          "versie": 12,
          "mogelijkVerouderd": false,
          "regel": { "id": "ww-scholing", {{RuleFields}} },
          "wijzigingen": [ { "versie": 12, "door": "Co Coördinator", "op": "2026-05-01T09:00:00Z", "reden": "Artikel nagelopen.",
          "werd": { "id": "ww-scholing", {{RuleFields}} } } ]
        }
        """)
    { Type = typeof(RuleHistoryResponse) };

    private static readonly ApiBody Body = new("Uitvoerder", """{ "id": "duo", "naam": "DUO", "geldigVanaf": "2010-01-01" }""")
    { Type = typeof(ExecutiveBody) };

    private static readonly ApiBody MinistryName = new("Ministerienaam", """
        { "ministerie": "szw", "naam": "Ministerie van Sociale Zaken en Werkgelegenheid", "afkorting": "SZW", "geldigVanaf": "1951-09-07" }
        """)
    { Type = typeof(MinistryEntry) };

    public IEnumerable<ApiCall> Calls =>
    [
        new("GetRules", ApiTags.Rules, "De regels die het loket kent")
        {
            Description = "Met de dag van de laatste controle. Een regel die twaalf maanden niet is gecontroleerd, is mogelijk verouderd.",
            Caller = ApiCaller.Colleague,
            Answer = new("Regels", """
                { "regels": [ { "id": "ww-scholing", "onderwerp": "Opleiding volgen met behoud van WW",
                "citeertitel": "Werkloosheidswet", "gecontroleerdOp": "2026-05-01", "mogelijkVerouderd": false, "versie": 12 } ] }
                """)
            { Optional = ["gecontroleerdOp"] },
        },
        new("GetRule", ApiTags.Rules, "Een regel")
        {
            Description = "Met elke wijziging: wie, wanneer, waarom, en wat er voor en na stond.",
            Caller = ApiCaller.Colleague,
            Answer = Rule,
        },
        new("PostRuleVersion", ApiTags.Rules, "Voeg een regel toe of wijzig hem")
        {
            Description = "Stuur de regel heel. Noem de versie die je zag; laat die weg voor een nieuwe regel. De suggestie "
                + "gebruikt de wijziging meteen. Wijzigde een ander de regel intussen, dan krijg je 409 met die regel in nieuwereTekst.",
            Caller = ApiCaller.Colleague,
            CanConflict = true,
            Body = new("RegelInvoer", $$"""{ "versie": 0, "reden": "Artikel nagelopen.", {{RuleFields}} }""")
            {
                Type = typeof(RuleVersionRequest),
                Required = ["reden", "onderwerp", "citeertitel", "bron", "gebruikelijkeUitkomst", "valkuil", "themas"],
            },
            Answer = Rule,
        },
        new("PostRuleCheck", ApiTags.Rules, "Meld dat een regel vandaag is gecontroleerd")
        {
            Description = "De regel is naast de tekst van de wet gelegd en klopt nog.",
            Caller = ApiCaller.Colleague,
            CanConflict = true,
            Answer = Rule,
        },
        new("GetBodies", ApiTags.Rules, "De uitvoerders van regels")
        {
            Description = "Met de dagen waarop ze onder deze naam bestaan.",
            Caller = ApiCaller.Colleague,
            Answer = new(
                "Uitvoerders", """{ "uitvoerders": [ { "id": "duo", "naam": "DUO", "geldigVanaf": "2010-01-01" } ] }"""),
        },
        new("PostBodyVersion", ApiTags.Rules, "Voeg een uitvoerder toe of wijzig hem")
        {
            Description = "De naam, en de dagen waarop de uitvoerder bestaat.",
            Caller = ApiCaller.Colleague,
            CanConflict = true,
            Body = new(
                "UitvoerderInvoer", """{ "naam": "DUO", "geldigVanaf": "2010-01-01", "reden": "De naam is veranderd." }""")
                { Type = typeof(ExecutiveBodyRequest), Required = ["naam", "reden"] },
            Answer = Body,
        },
        new("GetMinistryNames", ApiTags.Rules, "De ministeries met hun namen")
        {
            Description = "Elke naam met de dagen waarop het ministerie zo heet.",
            Caller = ApiCaller.Colleague,
            Answer = new("Ministerienamen", """
                { "ministeries": [ { "ministerie": "szw", "naam": "Ministerie van Sociale Zaken en Werkgelegenheid", "afkorting": "SZW",
                "geldigVanaf": "1951-09-07" } ] }
                """),
        },
        new("PostMinistryName", ApiTags.Rules, "Geef een ministerie een nieuwe naam")
        {
            Description = "De vorige naam eindigt op de dag ervoor.",
            Caller = ApiCaller.Colleague,
            CanConflict = true,
            Body = new("MinisterienaamInvoer", """
                { "naam": "Ministerie van Sociale Zaken en Werkgelegenheid", "afkorting": "SZW", "geldigVanaf": "2027-01-01",
                "reden": "Na de formatie." }
                """)
            { Type = typeof(MinistryNameRequest), Required = ["naam", "afkorting", "geldigVanaf", "reden"] },
            Answer = MinistryName,
        },
    ];
}
