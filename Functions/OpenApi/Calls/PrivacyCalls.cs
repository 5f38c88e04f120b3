using RegelLoket.Privacy;

namespace RegelLoket.OpenApi.Calls;

/// <summary>Retention of data, and people's requests to inspect or erase their own.</summary>
internal sealed class PrivacyCalls : IApiCalls
{
    private const string Round = """
        {
          "dag": "2027-12-01", "proef": true, "gemaaktOp": "2027-12-01T03:00:00Z", "gepland": false, "volledig": true, "orkestraties": 2,
          "milliseconden": 120,
          "zaken": [ { "zaaknummer": "RR-2026-7KQ4M", "gegevens": "melder", "vervallenOp": "2027-11-30" } ]
        }
        """;

    private const string Held = """
        {
          "zaaknummer": "RR-2026-7KQ4M", "rol": "melder", "ontvangenOp": "2026-11-02T09:00:00Z", "status": "gesloten",
          "melder": { "naam": "Mel Melder", "email": "mel@example.org" },
          "gebeurtenissen": 12, "teksten": [ { "gebeurtenis": 1, "op": "2026-11-02T09:00:00Z", "soort": "title",
          "tekst": "Omscholen met een uitkering" } ],
          "bijlagen": [ { "bijlage": "5f0c1e7a9b3d4c2e8f6a7b1c0d9e3f42", "bestandssoort": "pdf", "grootte": 48211,
          "bestandsnaam": "brief.pdf", "toegevoegdOp": "2026-11-02T09:15:00Z" } ],
          "aanDezePersoon": [ { "gebeurtenis": 3, "op": "2026-11-03T09:00:00Z", "soort": "question", "tekst": "Bij welke school?" } ]
        }
        """;

    private const string Certificate = """
        {
          "id": "019aba6f3c5e7d5a9f0b3a4c5d6e7f80", "soort": "allesWissen", "controle": "teruggebeld", "door": "Co Coördinator",
          "begonnenOp": "2026-11-25T09:00:00Z", "klaarOp": "2026-11-25T09:00:01Z",
          "zaken": [ { "zaaknummer": "RR-2026-7KQ4M", "persoon": { "rol": "melder" }, "contactgegevens": true, "aantalTeksten": 7,
          "loopt": false } ],
          "volgdePerMail": true,
          "binnengekomenMails": [ { "zaaknummer": "RR-2026-7KQ4M", "ontvangenOp": "2026-11-20T09:00:00Z",
          "kenmerk": "RR-2026-7KQ4M/9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08.json" } ]
        }
        """;

    private const string Mail = """
        { "zaaknummer": "RR-2026-7KQ4M", "ontvangenOp": "2026-11-20T09:00:00Z", "kop": "Van: Jan Jansen <j.jansen@minszw.example>",
          "tekst": "Het kan al, zie artikel 76." }
        """;

    public IEnumerable<ApiCall> Calls =>
    [
        new("PostRetentionRun", ApiTags.Privacy, "Wis wat over de termijn is")
        {
            Description = "Voor coördinatoren. Gebeurt ook elke nacht. Een proef laat alleen zien wat er weg zou gaan.",
            Caller = ApiCaller.Colleague,
            CanConflict = true,
            Body = new("RondeInvoer", """{ "proef": true }""") { Type = typeof(RetentionRunRequest) },
            Answer = new("Bewaarronde", Round) { Type = typeof(Certificate) },
        },
        new("GetRetentionRuns", ApiTags.Privacy, "De verklaringen van vernietiging")
        {
            Description = "Voor coördinatoren: wat er gewist is, zonder wat het was.",
            Caller = ApiCaller.Colleague,
            Answer = new("Bewaarronden", $$"""{ "verklaringen": [ {{Round}} ] }"""),
        },
        new("GetOwnData", ApiTags.Privacy, "Zie wat we van je bewaren")
        {
            Description = "Alles wat we van de melder of van een volger hebben, voor wie de code heeft.",
            Caller = ApiCaller.Reporter,
            Answer = new("EigenGegevens", Held) { Type = typeof(PersonExportResponse) },
        },
        new("PostOwnErasure", ApiTags.Privacy, "Laat je gegevens wissen")
        {
            Description = "Wist de melder en alle teksten van de zaak, of van een volger wat die zelf meldde. Dat de zaak er was, "
                + "blijft bewaard.",
            Caller = ApiCaller.Reporter,
            Answer = new("Gewist", """{ "zaaknummer": "RR-2026-7KQ4M", "gewist": true }"""),
        },
        new("PostPersonRequest", ApiTags.Privacy, "Verzoek van een persoon")
        {
            Description = "Voor coördinatoren: inzien of wissen wat er onder een e-mailadres staat, nadat is nagegaan wie het "
                + "vraagt. Een proef laat alleen zien waar iets staat.",
            Caller = ApiCaller.Colleague,
            CanConflict = true,
            Body = new("Persoonsverzoek",
                """
                {
                  "email": "mel@example.org", "soort": "inzage", "identiteitGecontroleerd": true, "controle": "teruggebeld",
                  "proef": false
                }
                """)
            { Type = typeof(PersonRequest), Required = ["email", "soort", "identiteitGecontroleerd"] },
            Answer = new("Persoonsantwoord",
                $$"""
                { "proef": false, "zaken": [ {{Held}} ], "binnengekomenMails": [ {{Mail}} ], "verklaring": {{Certificate}},
                  "gewist": [ "RR-2026-7KQ4M" ], "volgdePerMail": true,
                  "volgtPerMail": { "themas": ["leven-lang-ontwikkelen"], "wetten": ["BWBR0004045"], "items": [] } }
                """)
            { Optional = ["zaken", "binnengekomenMails", "verklaring", "gewist", "volgdePerMail", "volgtPerMail"] },
        },
        new("GetPersonRequests", ApiTags.Privacy, "Verzoeken die zijn gedaan")
        {
            Description = "Voor coördinatoren: wat er op verzoek is getoond of gewist, de nieuwste eerst. De persoon staat er niet bij.",
            Caller = ApiCaller.Colleague,
            Answer = new("Persoonsverklaringen", $$"""{ "verklaringen": [ {{Certificate}} ] }"""),
        },
        new("GetPersonRequest", ApiTags.Privacy, "Eén verklaring van een verzoek")
        {
            Description = "Voor coördinatoren: wat er op één verzoek is getoond of gewist.",
            Caller = ApiCaller.Colleague,
            Answer = new("Persoonsverklaring", Certificate) { Type = typeof(HandledPersonRequest) },
        },
        new("GetArchivePackage", ApiTags.Privacy, "Archiefpakket van een zaak")
        {
            Description = "Dossier, gebeurtenissen, beschrijvingen in MDTO en hashes in één bestand. Alleen van een zaak die klaar is.",
            Caller = ApiCaller.Colleague,
            CanConflict = true,
            Answer = new("Archiefpakket", "PK (de bytes van een zip-bestand)") { MediaType = "application/zip" },
        },
    ];
}
