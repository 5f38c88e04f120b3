using RegelLoket.Experiments;
using RegelLoket.Experiments.Participation;

namespace RegelLoket.OpenApi.Calls;

/// <summary>An experiment as its own organisation reads and writes it.</summary>
internal sealed class LogbookCalls : IApiCalls
{
    private static readonly ApiBody Answer = new("Logboek", """
        {
          "zaaknummer": "RR-2026-7KQ4M", "nummer": 1, "organisatie": "Thuiszorg De Es",
          "vraagstuk": "Blijven nieuwe collega's langer als ze een buddy hebben?",
          "volgendeStap": { "ronde": 1, "fase": "plannen" }, "volgendeStappen": ["verkennen", "plannen"],
          "notities": [ { "ronde": 1, "fase": "verkennen", "notitie": "We spraken tien nieuwe collega's.", "rol": "deelnemer",
          "geschrevenOp": "2026-12-02T09:00:00Z" } ],
          "metingen": [ { "ronde": 0, "maat": "uitstroom", "waarde": 14.5 } ],
          "resultaat": "werkt-niet", "lessen": "Een buddy zonder tijd in het rooster helpt niet.",
          "gedeeld": false, "geldigTot": "2027-12-01"
        }
        """)
    { Type = typeof(LogbookResponse) };

    public IEnumerable<ApiCall> Calls =>
    [
        new("GetLogbook", ApiTags.Experiments, "Je eigen experiment")
        {
            Description = "Wat jullie organisatie al schreef, en welke stap nu aan de beurt is. Wat een analist voor collega's "
                + "opschreef, staat er zonder tekst; lessen alleen als jullie ze zelf schreven.",
            Caller = ApiCaller.Participant,
            Answer = Answer,
        },
        Step("PostLogbookStep", "Schrijf zelf een stap op", "Een stap van de ronde die aan de beurt is. Een analist leest mee.",
            "LogboekStap", """{ "fase": "plannen", "notitie": "Elke nieuwe collega krijgt acht weken een buddy." }""",
            typeof(ExperimentNoteRequest), "fase", "notitie"),
        Step("PostLogbookMeasure", "Vul zelf cijfers in", "Ronde 0 is vóór de start. Wat je weglaat, is niet gemeten.",
            "LogboekMeting", """{ "ronde": 0, "uitstroom": 14.5, "verzuim": 7.2, "uren": 24.0 }""",
            typeof(ExperimentMeasureRequest), "ronde"),
        Step("PostLogbookEnd", "Rond je experiment af", "Ook als het niet werkte, of als jullie stoppen. Daarna kan er niets meer bij.",
            "LogboekEinde",
            """{ "resultaat": "werkt-niet", "lessen": "Een buddy zonder tijd in het rooster helpt niet." }""",
            typeof(ExperimentEndRequest), "resultaat", "lessen"),
    ];

    private static ApiCall Step(string function, string summary, string description, string body, string example, Type type,
        params string[] required) => new(function, ApiTags.Experiments, summary)
        {
            Description = description,
            Caller = ApiCaller.Participant,
            CanConflict = true,
            Body = new(body, example) { Type = type, Required = required },
            Answer = Answer,
        };
}
