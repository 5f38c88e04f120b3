using RegelLoket.Experiments;
using RegelLoket.Experiments.Participation;

namespace RegelLoket.OpenApi.Calls;

/// <summary>Experiments with the room that a case found.</summary>
internal sealed class ExperimentCalls : IApiCalls
{
    private const string Example = """
        {
          "zaaknummer": "RR-2026-7KQ4M", "nummer": 1, "organisatie": "Thuiszorg De Es",
          "vraagstuk": "Blijven nieuwe collega's langer als ze een buddy hebben?",
          "gestartOp": "2026-12-01T09:00:00Z", "koploper": "zij-instroom-in-de-wijk", "ronde": 1,
          "volgendeStappen": ["verkennen", "plannen"],
          "notities": [ { "ronde": 1, "fase": "verkennen", "notitie": "We spraken tien nieuwe collega's.", "door": "Ans Analist",
          "geschrevenOp": "2026-12-02T09:00:00Z" } ],
          "metingen": [ { "ronde": 0, "maat": "uitstroom", "waarde": 14.5 } ],
          "resultaat": "werkt-niet", "lessen": "Een buddy zonder tijd in het rooster helpt niet.", "versie": 1, "gedeeld": true,
          "geldigTot": "2027-12-01", "ongelezenSinds": "2026-12-03T09:00:00Z", "stilSinds": "2026-12-30T09:00:00Z"
        }
        """;

    private static readonly ApiBody Answer = new("Experiment", Example) { Type = typeof(ExperimentResponse) };

    public IEnumerable<ApiCall> Calls =>
    [
        new("GetExperiments", ApiTags.Experiments, "De experimenten bij een zaak")
        {
            Description = "Wat organisaties uitproberen met de ruimte van deze zaak.",
            Caller = ApiCaller.Colleague,
            Answer = new("Experimenten", $$"""{ "experimenten": [ {{Example}} ] }""") { Type = typeof(ExperimentsResponse) },
        },
        new("PostExperiment", ApiTags.Experiments, "Start een experiment")
        {
            Description = "Kan als de uitkomst van de zaak ruimte geeft. Wie het uitprobeert, zien alleen collega's.",
            Caller = ApiCaller.Colleague,
            CanConflict = true,
            Body = new("ExperimentInvoer", """
                {
                  "organisatie": "Thuiszorg De Es", "vraagstuk": "Blijven nieuwe collega's langer als ze een buddy hebben?",
                  "branche": "thuiszorg", "themas": ["beperken-uitstroom"], "koploper": "zij-instroom-in-de-wijk"
                }
                """)
            { Type = typeof(ExperimentRequest), Required = ["organisatie", "vraagstuk"] },
            Status = 201,
            Answer = Answer,
        },
        new("GetExperiment", ApiTags.Experiments, "Eén experiment")
        {
            Description = "Een experiment met zijn rondes, cijfers en lessen.",
            Caller = ApiCaller.Colleague,
            Answer = Answer,
        },
        Step("PostExperimentNote", "Schrijf een stap op",
            "De stappen volgen elkaar: verkennen, plannen, uitvoeren, evalueren. Na "
            + "een evaluatie begint een nieuwe ronde.",
            "ExperimentStap", """{ "fase": "plannen", "notitie": "Elke nieuwe collega krijgt acht weken een buddy." }""",
            typeof(ExperimentNoteRequest), "fase", "notitie"),
        Step("PostExperimentMeasure", "Leg cijfers vast", "Ronde 0 is vóór de start. Wat je weglaat, is niet gemeten.",
            "ExperimentMeting", """{ "ronde": 0, "uitstroom": 14.5, "verzuim": 7.2, "uren": 24.0 }""",
            typeof(ExperimentMeasureRequest),
            "ronde"),
        Step("PostExperimentEnd", "Rond een experiment af", "Ook een experiment dat niet werkte, heeft lessen.",
            "ExperimentEinde",
            """{ "resultaat": "werkt-niet", "lessen": "Een buddy zonder tijd in het rooster helpt niet." }""",
            typeof(ExperimentEndRequest), "resultaat", "lessen"),
        Step("PostExperimentText", "Schrijf een tekst over een experiment",
            "Een eigen tekst voor iedereen, zonder namen van mensen "
            + "of van de organisatie.",
            "ExperimentTekst", """
                {
                  "titel": "Een buddy in de eerste weken", "vraagstuk": "Blijven nieuwe collega's langer met een buddy?",
                  "watGedaan": "Elke nieuwe collega kreeg een buddy.",
                  "lessen": "Geef de buddy tijd in het rooster.", "vondstenBekeken": false
                }
                """, typeof(ExperimentTextRequest), "titel", "vraagstuk", "watGedaan", "lessen") with { SharesText = true },
        Step("PostExperimentSharing", "Deel een experiment", "Door een tweede analist, niet door wie de tekst schreef.",
            "ExperimentDeling", """{ "versie": 1 }""", typeof(ExperimentShareRequest), "versie"),
        Step("PostExperimentWithdrawal", "Haal een experiment uit de bibliotheek", "Het adres geeft daarna 410.",
            "ExperimentIntrekking", """{ "reden": "De organisatie is te herkennen." }""",
            typeof(ExperimentWithdrawalRequest), "reden"),
        Step("PostExperimentInvitation", "Laat de organisatie zelf schrijven",
            "De contactpersoon krijgt een link per mail, een jaar geldig. Een eerdere link werkt dan niet meer.",
            "ExperimentUitnodiging", """{ "naam": "Dana Deelnemer", "email": "dana@organisatie.example" }""",
            typeof(InvitationRequest), "email"),
        Bare("PostExperimentRevocation", "Trek de link van de organisatie in",
            "De link en wat ermee open stond, werken meteen niet meer. De contactpersoon wordt gewist, met wat nog niet "
            + "verstuurd was."),
        Bare("PostExperimentReading", "Lees wat de organisatie schreef",
            "Daarna wacht er niets meer tot de organisatie weer iets schrijft. Noem in If-Match tot waar je las.")
            with { MarksRead = true },
    ];

    private static ApiCall Bare(string function, string summary, string description) =>
        new(function, ApiTags.Experiments, summary)
        {
            Description = description,
            Caller = ApiCaller.Colleague,
            CanConflict = true,
            Answer = Answer,
        };

    private static ApiCall Step(string function, string summary, string description, string body, string example, Type type,
        params string[] required) => new(function, ApiTags.Experiments, summary)
        {
            Description = description,
            Caller = ApiCaller.Colleague,
            CanConflict = true,
            Body = new(body, example) { Type = type, Required = required },
            Answer = Answer,
        };
}
