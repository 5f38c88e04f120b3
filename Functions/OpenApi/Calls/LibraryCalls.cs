using RegelLoket.Library.Items;

namespace RegelLoket.OpenApi.Calls;

/// <summary>The library as open data.</summary>
internal sealed class LibraryCalls : IApiCalls
{
    private const string Case = """
        {
          "soort": "casus", "id": "rr-2026-7kq4m", "uri": "https://regelloket.example/bibliotheek/rr-2026-7kq4m",
          "titel": "Omscholing met behoud van uitkering", "themas": ["leven-lang-ontwikkelen"], "branches": ["ouderenzorg"],
          "gepubliceerdOp": "2026-12-01T09:00:00Z", "gewijzigdOp": "2026-12-01T09:00:00Z", "koplopers": [],
          "probleem": "Een kandidaat verliest de uitkering zodra de opleiding begint.",
          "watZegtDeRegel": "UWV mag scholing toestaan die nodig is voor werk.",
          "watMagJe": "Vraag UWV om toestemming voordat de opleiding begint.", "uitkomst": "het-kan-al", "ministeries": ["szw"],
          "uitvoerder": "UWV",
          "regels": [ { "bwbId": "BWBR0004045", "citeertitel": "Werkloosheidswet", "artikel": "76", "gecontroleerdOp": "2026-11-05",
          "url": "https://wetten.overheid.nl/BWBR0004045" } ],
          "nakijkenVoor": "2027-12-01", "zaaknummer": "RR-2026-7KQ4M",
          "stappen": [ { "stap": "Ontvangen", "op": "2026-11-02", "door": "sector", "wat": "De melding kwam binnen." } ],
          "voorgelegd": [ { "ministerie": "szw", "gesteldOp": "2026-11-09", "antwoordOp": "2026-11-23" } ], "effect": [],
          "zaakversie": 12
        }
        """;

    private const string Sheet = """
        {
          "soort": "factsheet", "id": "omscholen-met-ww", "uri": "https://regelloket.example/bibliotheek/omscholen-met-ww",
          "titel": "Omscholen met een WW-uitkering", "themas": ["leven-lang-ontwikkelen"], "branches": [],
          "gepubliceerdOp": "2026-12-01T09:00:00Z", "gewijzigdOp": "2026-12-01T09:00:00Z", "koplopers": [],
          "probleem": "Kun je een opleiding volgen en je uitkering houden?",
          "watZegtDeRegel": "UWV mag scholing toestaan die nodig is voor werk.",
          "watMagJe": "Vraag UWV vooraf om toestemming.", "uitkomst": "het-kan-al", "ministeries": ["szw"], "regels": [],
          "nakijkenVoor": "2027-12-01",
          "controleerZelf": "De duur van de uitkering verschilt per persoon.", "casussen": ["rr-2026-7kq4m"]
        }
        """;

    private const string Runner = """
        {
          "soort": "koploper", "id": "zij-instroom-in-de-wijk", "uri": "https://regelloket.example/koplopers/zij-instroom-in-de-wijk",
          "titel": "Zij-instroom in de wijk", "themas": ["arbeidsinnovatie"], "branches": ["thuiszorg"],
          "gepubliceerdOp": "2026-12-01T09:00:00Z", "gewijzigdOp": "2026-12-01T09:00:00Z", "koplopers": [],
          "maand": "2020-12", "inHetKort": "Zij-instromers leren op de werkvloer.",
          "hoeWerktHet": "Een praktijkbegeleider werkt drie dagen mee.",
          "watLevertHetOp": "Meer collega's blijven.",
          "opbrengsten": [ { "soort": "uitstroom", "cijfer": -2.5, "eenheid": "procentpunt", "periode": "2024-01/2024-12",
          "bronvermelding": "Jaarverslag 2024", "geschat": false, "toelichting": "Ten opzichte van het jaar ervoor" } ],
          "waaromKoploper": "Andere teams namen het over.", "partners": ["Een roc"],
          "gerelateerd": [], "regels": []
        }
        """;

    private const string Tried = """
        {
          "soort": "experiment", "id": "rr-2026-7kq4m-experiment-1",
          "uri": "https://regelloket.example/bibliotheek/rr-2026-7kq4m-experiment-1", "titel": "Een buddy in de eerste weken",
          "themas": ["beperken-uitstroom"], "branches": ["thuiszorg"],
          "gepubliceerdOp": "2026-12-01T09:00:00+00:00", "gewijzigdOp": "2026-12-01T09:00:00+00:00", "koplopers": [], "regels": [],
          "zaaknummer": "RR-2026-7KQ4M", "vraagstuk": "Blijven nieuwe collega's langer met een buddy?",
          "watGedaan": "Elke nieuwe collega kreeg een buddy.",
          "lessen": "Geef de buddy tijd in het rooster.", "resultaat": "werkt", "stand": "lukte", "rondes": 2,
          "metingen": [ { "maat": "uitstroom",
          "vooraf": 14.5, "achteraf": 11.0, "naRonde": 2 } ], "versie": 1
        }
        """;

    private const string Law = """
        {
          "id": "BWBR0004045", "uri": "https://regelloket.example/bibliotheek/wetten/BWBR0004045", "citeertitel": "Werkloosheidswet",
          "bwbId": "BWBR0004045", "url": "https://wetten.overheid.nl/BWBR0004045", "ministeries": ["szw"], "eigenaarElders": "gemeenten",
          "uitvoerders": ["UWV"], "gecontroleerdOp": "2026-11-05", "aantalCasussen": 1, "aantalFactsheets": 0, "aantalExperimenten": 0,
          "perArtikel": [ { "artikel": "76", "gecontroleerdOp": "2026-11-05", "aantal": 1 } ],
          "perUitkomst": [ { "uitkomst": "het-kan-al", "aantal": 1 } ],
          "vragenAanMinisteries": [ { "ministerie": "szw", "gesteld": 1, "beantwoord": 1 } ],
          "effectmeting": { "merktHet": 7, "merktHetDeels": 0, "merktHetNiet": 0, "organisaties": 12 },
          "gewijzigdOp": "2026-12-01T09:00:00Z"
        }
        """;

    private static readonly string LawWithItems = Law.TrimEnd()[..^1].TrimEnd() + """
        ,
          "antwoorden": [ { "id": "rr-2026-7kq4m", "soort": "casus", "titel": "Omscholing met behoud van uitkering",
            "uri": "https://regelloket.example/bibliotheek/rr-2026-7kq4m", "artikelen": ["76"], "uitkomst": "het-kan-al",
            "gewijzigdOp": "2026-12-01T09:00:00Z" } ]
        }
        """;

    private static readonly string[] Filters =
        ["zoek", "thema", "branche", "ministerie", "regel", "uitkomst", "stand", "koploper", "pagina",
        "formaat"];

    public IEnumerable<ApiCall> Calls =>
    [
        List("GetPublishedCases", "Gedeelde casussen", "Zaken die met de sector gedeeld zijn, als JSON of CSV.",
            "Casussenlijst", Case),
        Item("GetPublishedCase", "Eén casus", "Een zaak die met de sector gedeeld is.", "Casus", Case, typeof(PublishedCase)),
        List("GetFactsheets", "Factsheets", "Antwoorden op vragen die vaak terugkomen, als JSON of CSV.",
            "Factsheetlijst", Sheet),
        Item("GetFactsheet", "Eén factsheet", "Het antwoord op een vraag die vaak terugkomt.", "Factsheet", Sheet,
            typeof(Factsheet)),
        List("GetFrontRunnerData", "Koplopers", "Initiatieven die voorop lopen, als JSON of CSV.", "Koploperlijst", Runner),
        Item("GetFrontRunnerItem", "Eén koploper", "Een initiatief dat voorop loopt.", "Koploper", Runner,
            typeof(FrontRunner)),
        List("GetExperimentData", "Experimenten",
            "Wat organisaties uitproberen: wat lukte, wat niet lukte en wat nog loopt, als JSON of CSV.", "Experimentlijst",
            Tried),
        Item("GetExperimentItem", "Eén gedeeld experiment",
            "Wat een organisatie uitprobeerde, en wat anderen ervan kunnen leren.",
            "GedeeldExperiment", Tried, typeof(Experiment)),
        List("GetLawData", "Wetten en regels", "Per wet of regel wat erover gedeeld is, als JSON of CSV.", "Wettenlijst", Law)
            with { Query = ["pagina", "formaat"] },
        Item("GetLawRecord", "Eén wet of regel", "Alles wat over een wet of regel gedeeld is, met van wie die is.", "Wet",
            LawWithItems, typeof(Library.Laws.LawResponse)),
        new("GetCatalogue", ApiTags.Library, "De beschrijving van de dataset")
        {
            IsOpenData = true,
            Description = "De bibliotheek als dataset, beschreven in DCAT.",
            Answer = new("Catalogus", """{ "@type": "dcat:Catalog" }""")
                { MediaType = Library.OpenData.Catalogue.ContentType.Split(';')[0] },
        },
        new("GetDump", ApiTags.Library, "De hele bibliotheek")
        {
            IsOpenData = true,
            Description = "Alles in één bestand, elke nacht ververst. Wat is teruggetrokken, zit er niet in.",
            Answer = new("Archief", "PK (de bytes van een zip-bestand)") { MediaType = "application/zip" },
        },
    ];

    private static ApiCall List(string function, string summary, string description, string name, string example) =>
        new(function, ApiTags.Library, summary)
        {
            IsOpenData = true,
            Description = description,
            Query = Filters,
            Answer = new(name, $$"""
            {
              "totaal": 1, "pagina": 1, "paginas": 1, "licentie": "https://creativecommons.org/publicdomain/zero/1.0/",
              "resultaten": [ {{example}} ]
            }
            """) { Type = typeof(Library.OpenData.LibraryListResponse) },
        };

    private static ApiCall Item(string function, string summary, string description, string name, string example, Type type) =>
        new(function, ApiTags.Library, summary)
        {
            IsOpenData = true,
            Description = description,
            Answer = new(name, example) { Type = type },
        };
}
