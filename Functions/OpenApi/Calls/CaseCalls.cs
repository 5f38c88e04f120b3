using RegelLoket.ContextAnalysis;
using RegelLoket.ProblemStatement;
using RegelLoket.Web;
using RegelLoket.Workbench;

namespace RegelLoket.OpenApi.Calls;

/// <summary>Analysts' work on a case.</summary>
internal sealed class CaseCalls : IApiCalls
{
    internal static readonly ApiBody Summary = new("Zaakstand", """
        { "zaaknummer": "RR-2026-7KQ4M", "status": "in-analyse", "behandelaar": "Ans Analist", "voor": "2026-11-16", "gebeurtenis": 4 }
        """)
    { Type = typeof(CaseSummaryResponse) };

    private static readonly ApiBody Split = new("GesplitsteMelding", """
        { "zaaknummer": "RR-2026-7KQ4M", "status": "in-analyse", "gesplitstIn": ["RR-2026-8MNP2"], "gebeurtenis": 5 }
        """)
    { Type = typeof(ContextAnalysis.Splitting.SplitResponse) };

    /// <summary>A page of the work queue.</summary>
    private static readonly ApiBody Queue = new("Werkvoorraad", """
        {
          "zaken": [
            {
              "zaaknummer": "RR-2026-7KQ4M", "titel": "Omscholing met behoud van uitkering", "status": "in-analyse",
              "ontvangenOp": "2026-11-02T09:15:00Z", "gewijzigdOp": "2026-11-03T10:00:00Z", "voor": "2026-11-16",
              "klokStaatStil": false,
              "behandelaar": "Ans Analist", "ministeries": ["szw"], "themas": ["leven-lang-ontwikkelen"], "branche": "ouderenzorg",
              "nuTeDoen": "Leg de context vast", "aanJou": true
            }
          ],
          "pagina": 1, "paginas": 2, "totaal": 26, "volledig": true, "volgende": "/v1/zaken?tab=alle&pagina=2"
        }
        """)
    { Type = typeof(CaseListResponse) };

    public IEnumerable<ApiCall> Calls => [.. Reading(), .. Analysing(), .. Stating()];

    private static IEnumerable<ApiCall> Reading() =>
    [
        new("GetCases", ApiTags.Cases, "De werkvoorraad")
        {
            Description = "De zaken die aan de vraag voldoen, per bladzijde. Zonder filter zijn dat alle zaken die nog lopen. "
                + "Noemen je zoekwoorden een persoon? Stuur ze dan met POST naar /v1/zaken-zoekopdrachten: een adres wordt vaak bewaard.",
            Caller = ApiCaller.Colleague,
            Query = ["status", "signaal", "ministerie", "thema", "branche", "behandelaar", "regel", "leeftijd",
                "afgerond", "zoek", "tab",
                "volgorde", "pagina"],
            Answer = Queue,
        },
        new("PostCaseSearch", ApiTags.Cases, "Zoek in de zaken")
        {
            Description = "Zoekt op woorden in lopende en afgeronde zaken, met de filters van de werkvoorraad. De woorden staan in het "
                + "bericht en niet in het adres, omdat ze vaak een persoon noemen. Blader met `pagina`; er wordt niets bewaard.",
            Caller = ApiCaller.Colleague,
            Body = new("Zoekopdracht", """{ "zoek": "omscholing", "ministerie": "szw", "tab": "alle", "pagina": 1 }""")
            { Type = typeof(CaseSearchRequest) },
            Answer = Queue,
        },
        new("GetCase", ApiTags.Cases, "Eén zaak")
        {
            Description = "Alles van een zaak behalve hoe de melder te bereiken is.",
            Caller = ApiCaller.Colleague,
            Answer = new("Zaak", """
                {
                  "zaaknummer": "RR-2026-7KQ4M", "status": "probleemstelling", "gebeurtenis": 5, "ontvangenOp": "2026-11-02T09:15:00Z",
                  "kanaal": "api", "anoniem": false,
                  "behandelaar": "Ans Analist", "voor": "2026-11-23",
                  "melding": { "titel": "Omscholing met behoud van uitkering",
                  "omschrijving": "Een kandidaat wil bij ons de opleiding tot verzorgende volgen.",
                  "belemmering": "De uitkering stopt zodra de opleiding begint." },
                  "branche": "ouderenzorg", "themas": ["leven-lang-ontwikkelen"],
                  "gesplitstIn": [],
                  "contextanalyse": {
                    "bron": "wet", "regels": [ { "bwbId": "BWBR0004045", "citeertitel": "Werkloosheidswet", "artikel": "76",
                    "gecontroleerdOp": "2026-11-05" } ],
                    "ministeries": ["szw"], "uitvoerder": "uwv", "uitvoerders": ["uwv"], "verwachteUitkomst": "het-kan-al",
                    "toelichting": "Scholing met behoud van uitkering kan als UWV die nodig vindt.", "door": "Ans Analist",
                    "op": "2026-11-05T11:00:00Z"
                  },
                  "dialoog": [], "notities": [], "probleemstellingen": [], "ministeries": [],
                  "verloop": [ { "nummer": 2, "op": "2026-11-03T10:00:00Z", "door": "Ans Analist", "omschrijving": "Notitie",
                    "inhoud": [ { "label": "Notitie", "tekst": "Bel maandag terug." } ] } ]
                }
                """)
            { Type = typeof(CaseResponse) },
        },
        new("GetEvents", ApiTags.Cases, "Het spoor van een zaak")
        {
            Description = "Alles wat er met de zaak gebeurde, in volgorde. Elke regel draagt de vingerafdruk van de keten.",
            Caller = ApiCaller.Colleague,
            Answer = new("Spoor", """
                {
                  "zaaknummer": "RR-2026-7KQ4M",
                  "gebeurtenissen": [
                    {
                      "nummer": 2, "op": "2026-11-02T09:15:00Z", "rol": "analist", "naam": "Ans Analist",
                      "medewerker": "0f8fad5b-d9cb-469f-a165-70867728950e", "soort": "noteAdded",
                      "omschrijving": "Notitie",
                      "gegevens": { }, "teksten": ["note"], "hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
                    }
                  ]
                }
                """)
            { Optional = ["teksten", "medewerker"] },
        },
    ];

    private static IEnumerable<ApiCall> Analysing() =>
    [
        new("GetAccesses", ApiTags.Cases, "Wie een zaak inzag")
        {
            Description = "Elke keer dat een collega de zaak opende.",
            Caller = ApiCaller.Colleague,
            Answer = new("Inzagen", """
                { "zaaknummer": "RR-2026-7KQ4M", "inzagen": [ { "op": "2026-11-03T10:00:00Z", "rol": "analist", "naam": "Ans Analist",
                "medewerker": "0f8fad5b-d9cb-469f-a165-70867728950e", "onderdeel": "melding" } ] }
                """)
            { Optional = ["medewerker"] },
        },
        new("PostCaseLink", ApiTags.Cases, "Leg een verband met een andere zaak")
        {
            Description = "Verwant, of over hetzelfde: dan worden ze samen behandeld.",
            Caller = ApiCaller.Colleague,
            CanConflict = true,
            Body = new(
                "Verband",
                """{ "soort": "verwant", "zaaknummer": "RR-2026-8MNP2", "reden": "Gaat over dezelfde opleiding." }""")
            { Type = typeof(ContextAnalysis.CaseLinks.CaseLinkRequest), Required = ["soort", "zaaknummer"] },
            Answer = Summary,
        },
        new("DeleteCaseLink", ApiTags.Cases, "Haal een verband weg")
        {
            Description = "De zaken gaan weer apart verder.",
            Caller = ApiCaller.Colleague,
            CanConflict = true,
            Answer = Summary,
        },
        new("PostReportSplit", ApiTags.Cases, "Splits een melding in meer zaken")
        {
            Description = "Twee tot vijf delen, elk met een eigen titel en wat er van de melding bij hoort. De zaak zelf gaat verder "
                + "als het eerste deel; `gesplitstIn` noemt de nieuwe zaken. De melder hoort het één keer en volgt alles met "
                + "dezelfde code.",
            Caller = ApiCaller.Colleague,
            CanConflict = true,
            Body = new("Splitsing", """
                {
                  "delen": [
                    { "titel": "Insuline door helpenden", "omschrijving": "Onze helpenden willen insuline toedienen.",
                      "belemmering": "De teamleider zegt dat het niet mag." },
                    { "titel": "Btw bij uitlenen", "omschrijving": "We lenen die collega's ook uit.",
                      "belemmering": "Dan moeten we btw rekenen." }
                  ],
                  "reden": "Dit zijn twee regels van twee ministeries."
                }
                """)
                { Type = typeof(ContextAnalysis.Splitting.SplitRequest), Required = ["delen", "reden"] },
            Answer = Split,
        },
        new("DeleteReportSplit", ApiTags.Cases, "Maak een splitsing ongedaan")
        {
            Description = "Dat kan zolang er met geen deel iets gebeurde. De zaak heeft dan weer de hele melding, de andere stoppen.",
            Caller = ApiCaller.Colleague,
            CanConflict = true,
            Answer = Split,
        },
        new("PutHandler", ApiTags.Cases, "Wijs een zaak toe")
        {
            Description = "Neem een zaak zelf, geef hem aan een collega, of laat hem los door geen naam te geven.",
            Caller = ApiCaller.Colleague,
            CanConflict = true,
            Body = new(
                "Toewijzing", """{ "behandelaar": "Ans Analist" }""") { Type = typeof(HandlerRequest) },
            Answer = Summary,
        },
        new("PutContextAnalysis", ApiTags.Cases, "Schrijf de contextanalyse")
        {
            Description = "Waar komt de regel vandaan, en wie kan er iets aan doen? Een nieuwe analyse komt in de plaats van de vorige.",
            Caller = ApiCaller.Colleague,
            SharesText = true,
            CanConflict = true,
            Body = new("Contextanalyse", """
                {
                  "bron": "wet",
                  "regels": [ { "bwbId": "BWBR0004045", "citeertitel": "Werkloosheidswet", "artikel": "76",
                  "gecontroleerdOp": "2026-11-05" } ],
                  "ministeries": ["szw"],
                  "uitvoerders": ["uwv"],
                  "verwachteUitkomst": "het-kan-al",
                  "toelichting": "Scholing met behoud van uitkering kan als UWV die nodig vindt."
                }
                """)
            { Type = typeof(AnalysisRequest), Required = ["bron", "regels", "ministeries", "toelichting"] },
            Answer = Summary,
        },
        new("PostMessageToReporter", ApiTags.Cases, "Schrijf de melder")
        {
            Description = "Een bericht zonder vraag: de termijn loopt door. Het kan in elke stand, en nog 30 dagen na het einde.",
            Caller = ApiCaller.Colleague,
            CanConflict = true,
            Body = new("BerichtAanMelder", """{ "tekst": "UWV belt je deze week over de toestemming." }""")
                { Type = typeof(ContextAnalysis.Dialogue.MessageRequest), Required = ["tekst"] },
            Answer = Summary,
        },
        new("PostClosing", ApiTags.Cases, "Sluit een zaak zonder antwoord van de melder")
        {
            Description = "Kan als de melder 30 werkdagen niet antwoordde op een vraag. De melder leest de reden en kan daarna nog "
                + "schrijven.",
            Caller = ApiCaller.Colleague,
            CanConflict = true,
            Body = new("Sluiting", """{ "reden": "We vroegen drie keer naar de opleiding en kregen geen antwoord." }""")
                { Type = typeof(ContextAnalysis.Dialogue.ClosingRequest), Required = ["reden"] },
            Answer = Summary,
        },
        new("PostQuestionToReporter", ApiTags.Cases, "Stel de melder een vraag")
        {
            Description = "De termijn staat stil tot de melder antwoordt.",
            Caller = ApiCaller.Colleague,
            CanConflict = true,
            Body = new("VraagAanMelder", """{ "vraag": "In welk leerjaar zit de kandidaat?" }""")
                { Type = typeof(QuestionRequest), Required = ["vraag"] },
            Answer = Summary,
        },
        new("PostNote", ApiTags.Cases, "Schrijf een notitie")
        {
            Description = "Alleen voor collega's.",
            Caller = ApiCaller.Colleague,
            CanConflict = true,
            Body = new("Notitie", """{ "tekst": "Gebeld met UWV; zij sturen de werkinstructie." }""")
                { Type = typeof(NoteRequest), Required = ["tekst"] },
            Answer = Summary,
        },
    ];

    private static IEnumerable<ApiCall> Stating() =>
    [
        new("PutStatement", ApiTags.Cases, "Schrijf een versie van de probleemstelling")
        {
            Description = "Als één tekst, of in vijf onderdelen: wie, regel, gevolg, geprobeerd en ruimte. Elke keer ontstaat een "
                + "nieuwe versie.",
            Caller = ApiCaller.Colleague,
            SharesText = true,
            CanConflict = true,
            Body = new("Probleemstelling",
                """{ "tekst": "Werkzoekenden die verzorgende willen worden, verliezen hun uitkering zodra de opleiding begint." }""")
            { Type = typeof(StatementRequest) },
            Answer = new("Probleemstellingsversie", """
                {
                  "zaaknummer": "RR-2026-7KQ4M", "status": "wacht-op-goedkeuring", "versie": 1, "auteur": "Ans Analist",
                  "geschrevenOp": "2026-11-06T13:00:00Z", "goedgekeurd": false,
                  "tekst": "Werkzoekenden die verzorgende willen worden, verliezen hun uitkering zodra de opleiding begint."
                }
                """)
            { Type = typeof(StatementResponse) },
        },
        new("PostReturn", ApiTags.Cases, "Stuur een probleemstelling terug")
        {
            Description = "Een tweede collega vraagt om een betere versie, en zegt waarom.",
            Caller = ApiCaller.Colleague,
            CanConflict = true,
            Body = new("Terugzending", """{ "versie": 1, "reden": "Noem ook de gevolgen voor het team." }""")
                { Type = typeof(ReturnRequest), Required = ["versie", "reden"] },
            Answer = Summary,
        },
        new("PostApproval", ApiTags.Cases, "Keur een onderdeel goed")
        {
            Description = "Dat doet altijd een andere collega dan wie het schreef.",
            Caller = ApiCaller.Colleague,
            CanConflict = true,
            Body = new("Goedkeuring", """{ "onderdeel": "probleemstelling", "versie": 1 }""")
                { Type = typeof(ApprovalRequest), Required = ["onderdeel", "versie"] },
            Answer = Summary,
        },
    ];
}
