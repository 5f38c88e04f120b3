using RegelLoket.Outcome;

namespace RegelLoket.OpenApi.Calls;

/// <summary>The outcome of a case, and the reporter's reaction to it.</summary>
internal sealed class OutcomeCalls : IApiCalls
{
    private static readonly ApiBody Answer = new("Uitkomst", """
        {
          "zaaknummer": "RR-2026-7KQ4M",
          "status": "uitkomst-bekend",
          "uitkomst": "het-kan-al",
          "brief": {
            "kop": "Het kan al",
            "opening": "Goed nieuws: wat jij wilt, mag al.",
            "tekst": "De kandidaat mag de opleiding volgen en houdt de uitkering.",
            "onderdelen": [ { "kop": "Wat de regel zegt", "tekst": "UWV mag scholing toestaan die nodig is voor werk." } ],
            "watNu": "Vraag UWV om toestemming voordat de opleiding begint.",
            "reagerenTotEnMet": "2026-11-27"
          },
          "reagerenTotEnMet": "2026-11-27",
          "bezwaarLoopt": false,
          "effect": []
        }
        """)
    { Type = typeof(OutcomeResponse) };

    public IEnumerable<ApiCall> Calls =>
    [
        new("PostOutcome", ApiTags.Outcomes, "Leg de uitkomst vast")
        {
            Description = "Welke velden nodig zijn, hangt van de uitkomst af. De melder krijgt de brief en kan daarna zeggen dat "
                + "het niet klopt.",
            Caller = ApiCaller.Colleague,
            CanConflict = true,
            Body = new("UitkomstInvoer", """
                {
                  "uitkomst": "het-kan-al",
                  "tekstVoorMelder": "De kandidaat mag de opleiding volgen en houdt de uitkering.",
                  "reden": "UWV bevestigt dat scholing met behoud van uitkering kan.",
                  "regel": { "bwbId": "BWBR0004045", "citeertitel": "Werkloosheidswet", "artikel": "76", "gecontroleerdOp": "2026-11-05" },
                  "watZegtDeRegel": "UWV mag scholing toestaan die nodig is voor werk.",
                  "watMagJe": "Vraag UWV om toestemming voordat de opleiding begint.",
                  "bevestigdDoor": "UWV, afdeling Werk",
                  "bevestigdOp": "2026-11-10"
                }
                """)
            { Type = typeof(OutcomeRequest), Required = ["uitkomst", "tekstVoorMelder", "reden"] },
            Status = 201,
            Answer = Answer,
        },
        new("PostReopening", ApiTags.Outcomes, "Open een zaak opnieuw")
        {
            Description = "Omdat de melder gelijk heeft dat het niet klopt, of omdat het effect uitblijft.",
            Caller = ApiCaller.Colleague,
            CanConflict = true,
            Body = new("TekstVanLoket", """{ "tekst": "Je hebt gelijk. We zoeken het opnieuw uit." }""")
                { Type = typeof(OutcomeReplyRequest), Required = ["tekst"] },
            Answer = Answer,
        },
        new("PostDisputeAnswer", ApiTags.Outcomes, "Antwoord op een bezwaar")
        {
            Description = "De uitkomst blijft staan; je legt uit waarom.",
            Caller = ApiCaller.Colleague,
            CanConflict = true,
            Body = new(
                "TekstVanLoket", """{ "tekst": "De regel geldt ook voor deeltijdopleidingen. Zie de uitleg van UWV." }""")
                { Type = typeof(OutcomeReplyRequest), Required = ["tekst"] },
            Answer = Answer,
        },
        new("GetReportHandout", ApiTags.Outcomes, "Het antwoord op papier")
        {
            Description = "Het antwoord als PDF, om te laten zien. Wie meldde, staat er niet op.",
            Caller = ApiCaller.Reporter,
            Answer = new("AntwoordOpPapier", "%PDF (de bytes van een pdf)") { MediaType = "application/pdf" },
        },
        new("PostDispute", ApiTags.Outcomes, "Zeg dat de uitkomst niet klopt")
        {
            Description = "De melder legt uit wat er niet klopt. Een collega kijkt er opnieuw naar.",
            Caller = ApiCaller.Reporter,
            CanConflict = true,
            Body = new("Bezwaar", """{ "toelichting": "De opleiding is in deeltijd; daar gaat het antwoord niet over." }""")
                { Type = typeof(DisputeRequest), Required = ["toelichting"] },
            Answer = Answer,
        },
        new("PostEffect", ApiTags.Outcomes, "Vertel wat je ervan merkt")
        {
            Description = "Drie en zes maanden na de uitkomst vragen we of de melder er iets van merkt. Wie zich aansloot, antwoordt met "
                + "de link uit de mail.",
            Caller = ApiCaller.Reporter,
            CanConflict = true,
            Body = new("Effectmeting",
                """{ "moment": "3-maanden", "merkbaar": "ja", "toelichting": "Twee kandidaten zijn begonnen." }""")
                { Type = typeof(EffectRequest), Required = ["moment", "merkbaar"] },
            Answer = Answer,
        },
    ];
}
