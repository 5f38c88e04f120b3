using RegelLoket.ContextAnalysis;
using RegelLoket.ContextAnalysis.Suggestions;

namespace RegelLoket.OpenApi.Calls;

/// <summary>Writing aids and advice, which store nothing.</summary>
internal sealed class AidCalls : IApiCalls
{
    private static readonly ApiBody Suggestion = new("Suggestie", """
        {
          "ministeries": [ { "ministerie": "szw", "score": 0.91, "woorden": ["uitkering", "omscholing"] } ],
          "ookMogelijk": [ { "ministerie": "ocw", "score": 0.24, "woorden": ["opleiding"] } ],
          "delen": [ { "ministerie": "szw", "tekst": "De uitkering stopt zodra de opleiding begint.", "woorden": ["uitkering"] } ],
          "geenVanDrie": false, "onbekend": false, "uitvoerder": "uwv", "bron": "wet",
          "regels": [ { "id": "ww-scholing", "onderwerp": "Scholing met een WW-uitkering", "citeertitel": "Werkloosheidswet",
          "bwbId": "BWBR0004045", "artikel": "76", "score": 0.88, "woorden": ["uitkering"] } ],
          "branche": "ouderenzorg", "themas": ["leven-lang-ontwikkelen"], "versie": "1"
        }
        """)
    { Type = typeof(SuggestionResponse) };

    public IEnumerable<ApiCall> Calls =>
    [
        new("PostSuggestion", ApiTags.Aids, "Vraag een suggestie bij een tekst")
        {
            Description = "Welk ministerie en welke regel hier misschien bij horen, met de woorden waaruit dat blijkt. Een mens beslist.",
            Caller = ApiCaller.Colleague,
            Body = new("SuggestieVraag", """
                { "titel": "Omscholing met behoud van uitkering",
                "omschrijving": "Een kandidaat wil bij ons de opleiding tot verzorgende volgen.",
                "belemmering": "De uitkering stopt zodra de opleiding begint." }
                """)
            { Type = typeof(SuggestionRequest) },
            Answer = Suggestion,
        },
        new("GetSuggestion", ApiTags.Cases, "De suggestie bij een zaak")
        {
            Description = "Welk ministerie en welke regel misschien bij deze zaak horen, met de woorden waaruit dat blijkt. Een "
                + "mens beslist.",
            Caller = ApiCaller.Colleague,
            Answer = Suggestion,
        },
        new("GetSimilarCases", ApiTags.Cases, "Zaken die op deze lijken")
        {
            Description = "Met de woorden en onderwerpen die ze delen.",
            Caller = ApiCaller.Colleague,
            Answer = new("VergelijkbareZaken", """
                {
                  "vergelijkbare": [
                    {
                      "zaaknummer": "RR-2026-8MNP2", "titel": "Opleiding naast een uitkering", "status": "gesloten",
                      "uitkomst": "het-kan-al", "score": 0.82,
                      "onderwerpen": ["Scholing met een WW-uitkering"], "woorden": ["uitkering"]
                    }
                  ]
                }
                """)
            { Optional = ["uitkomst"] },
        },
        new("PostPersonalDataScan", ApiTags.Aids, "Zoek persoonsgegevens in een tekst")
        {
            Description = "Waar in de tekst iets staat dat op een persoon lijkt te slaan. De tekst wordt niet bewaard.",
            Body = new("ScanVraag", """{ "tekst": "Bel mevrouw De Vries op 06 12345678." }""")
                { Type = typeof(ScanRequest), Required = ["tekst"] },
            Answer = new("ScanUitslag", """{ "vondsten": [ { "begin": 24, "einde": 35, "soort": "telefoon" } ] }""")
                { Type = typeof(ScanResponse) },
        },
        new("PostReading", ApiTags.Cases, "Zeg dat je het bericht van de melder las")
        {
            Description = "De zaak staat daarna niet meer bij `aan-jou` om dat bericht. De melder merkt hier niets van.",
            Caller = ApiCaller.Colleague,
            Answer = CaseCalls.Summary,
        },
        new("PostResumption", ApiTags.Cases, "Ga verder zonder antwoord van de melder")
        {
            Description = "De melder antwoordde niet. De termijn loopt weer.",
            Caller = ApiCaller.Colleague,
            CanConflict = true,
            Answer = CaseCalls.Summary,
        },
    ];
}
