using RegelLoket.Library.Editing;

namespace RegelLoket.OpenApi.Calls;

/// <summary>Coordinators' maintenance of the library.</summary>
internal sealed class EditorialCalls : IApiCalls
{
    private static readonly ApiBody Answer = new("Bewaard", """{ "id": "omscholen-met-ww", "versie": 1 }""");

    public IEnumerable<ApiCall> Calls =>
    [
        new("GetReviewTasks", ApiTags.Library, "Wat je moet nakijken")
        {
            Description = "De teksten waarvan de dag voorbij is of binnen dertig dagen komt.",
            Caller = ApiCaller.Colleague,
            Answer = new("Nakijktaken", """
                { "nakijktaken": [ { "id": "omscholen-met-ww", "titel": "Omscholen met een WW-uitkering", "soort": "factsheet",
                "nakijkenVoor": "2026-11-01", "verouderd": true } ] }
                """),
        },
        new("GetProposals", ApiTags.Library, "Wat op een tweede lezer wacht")
        {
            Description = "De teksten die een collega schreef en die nog niet online staan, de oudste eerst.",
            Caller = ApiCaller.Colleague,
            Answer = new("Voorstellen", """
                { "voorstellen": [ { "id": "omscholen-met-ww", "versie": 2, "titel": "Omscholen met een WW-uitkering",
                "soort": "factsheet", "door": "Co Coördinator", "op": "2026-11-30T09:00:00Z", "aanJou": true } ] }
                """) { Type = typeof(ProposalsResponse) },
        },
        new("PutFactsheet", ApiTags.Library, "Schrijf of wijzig een factsheet")
        {
            Description = "Het factsheet komt online als een collega het goedkeurt. Noem de versie die je las, en 0 "
                + "voor een nieuw factsheet. Is er intussen iets gewijzigd, dan wordt het "
                + "geweigerd: je krijgt dan 409 met die tekst in nieuwereTekst.",
            Caller = ApiCaller.Colleague,
            CanConflict = true,
            Body = new("FactsheetInvoer", """
                {
                  "versie": 0, "titel": "Omscholen met een WW-uitkering", "themas": ["leven-lang-ontwikkelen"], "branches": [],
                  "vondstenBekeken": false,
                  "probleem": "Kun je een opleiding volgen en je uitkering houden?",
                  "watZegtDeRegel": "UWV mag scholing toestaan die nodig is voor werk.",
                  "watMagJe": "Vraag UWV vooraf om toestemming.", "uitkomst": "het-kan-al", "ministeries": ["szw"], "uitvoerder": "UWV",
                  "regels": [ { "citeertitel": "Werkloosheidswet", "artikel": "76", "bwbId": "BWBR0004045",
                  "gecontroleerdOp": "2026-11-05" } ],
                  "controleerZelf": "De duur van de uitkering verschilt per persoon.", "casussen": ["RR-2026-7KQ4M"], "koplopers": [],
                  "nakijkenVoor": "2027-12-01"
                }
                """)
            { Type = typeof(FactsheetRequest),
                Required = ["versie", "titel", "themas", "probleem", "watZegtDeRegel", "watMagJe", "uitkomst"] },
            Answer = Answer,
        },
        new("PutFrontRunner", ApiTags.Library, "Schrijf of wijzig een koploper")
        {
            Description = "De tekst komt online als een collega hem goedkeurt. Noem de versie die je las, en 0 "
                + "voor een nieuwe koploper. Is er intussen iets gewijzigd, dan krijg je 409 met "
                + "die tekst in nieuwereTekst.",
            Caller = ApiCaller.Colleague,
            CanConflict = true,
            Body = new("KoploperInvoer", """
                {
                  "versie": 0, "titel": "Zij-instroom in de wijk", "themas": ["arbeidsinnovatie"], "branches": ["thuiszorg"],
                  "vondstenBekeken": false, "maand": "2020-12",
                  "inHetKort": "Zij-instromers leren op de werkvloer.", "hoeWerktHet": "Een praktijkbegeleider werkt drie dagen mee.",
                  "watLevertHetOp": "Meer collega's blijven.",
                  "opbrengsten": [ { "soort": "uitstroom", "cijfer": -2.5, "eenheid": "procentpunt", "periode": "2024-01/2024-12",
                  "bronvermelding": "Jaarverslag 2024", "geschat": false, "toelichting": "Ten opzichte van het jaar ervoor" } ],
                  "waaromKoploper": "Andere teams namen het over.", "partners": ["Een roc"], "gerelateerd": [],
                  "beschrevenIn": "De pagina van het initiatief."
                }
                """)
            { Type = typeof(FrontRunnerRequest),
                Required = ["versie", "titel", "themas", "maand", "inHetKort", "hoeWerktHet", "watLevertHetOp",
                    "waaromKoploper",
                "partners"] },
            Answer = Answer,
        },
        new("GetEditions", ApiTags.Library, "De wijzigingen van een tekst")
        {
            Description = "Wie de tekst wijzigde, wanneer, en wat er voor en na stond.",
            Caller = ApiCaller.Colleague,
            Answer = new("Versies", """
                {
                  "versies": [ {
                    "id": "omscholen-met-ww", "versie": 3, "wat": "ingetrokken", "door": "Co Coördinator", "op": "2026-12-01T09:00:00Z",
                    "reden": "De regel is vervallen.",
                    "voorheen": { "id": "omscholen-met-ww" }, "nu": { "id": "omscholen-met-ww" }
                  } ]
                }
                """)
            { Optional = ["reden", "voorheen", "nu"] },
        },
        new("PostProposalApproval", ApiTags.Library, "Zet een voorgestelde tekst online")
        {
            Description = "Noem de versie die je las. Wie de tekst schreef, kan hem niet zelf online zetten: dan krijg je 409.",
            Caller = ApiCaller.Colleague,
            CanConflict = true,
            Body = new("VoorstelGoedkeuring", """{ "versie": 1 }""")
                { Type = typeof(ProposalApprovalRequest), Required = ["versie"] },
            Answer = Answer,
        },
        new("PostProposalReturn", ApiTags.Library, "Stuur een voorgestelde tekst terug")
        {
            Description = "De schrijver leest wat er anders moet, en stelt de tekst opnieuw voor.",
            Caller = ApiCaller.Colleague,
            CanConflict = true,
            Body = new("VoorstelTerugsturing", """{ "versie": 1, "reden": "Noem ook artikel 78." }""")
                { Type = typeof(ProposalReturnRequest), Required = ["versie", "reden"] },
            Answer = Answer,
        },
        new("PostLibraryReview", ApiTags.Library, "Bevestig dat een tekst nog klopt")
        {
            Description = "De tekst geldt dan tot de nieuwe dag. Dit kan voor factsheets en voor casussen.",
            Caller = ApiCaller.Colleague,
            CanConflict = true,
            Body = new("Controle", """{ "nakijkenVoor": "2027-12-01", "regelsNagekeken": true }""")
                { Type = typeof(ReviewRequest), Required = ["nakijkenVoor"] },
            Answer = Answer,
        },
        new("PostLibraryWithdrawal", ApiTags.Library, "Trek een factsheet of koploper in")
        {
            Description = "Het adres geeft daarna 410. De tekst verdwijnt ook uit de feed, de open data en het archief met alles.",
            Caller = ApiCaller.Colleague,
            CanConflict = true,
            Body = new("ItemIntrekking", """{ "reden": "De regel is vervallen." }""")
                { Type = typeof(ItemWithdrawalRequest), Required = ["reden"] },
            Answer = Answer,
        },
    ];
}
