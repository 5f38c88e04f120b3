using RegelLoket.Library;
using RegelLoket.Library.Publication;

namespace RegelLoket.OpenApi.Calls;

/// <summary>Publication in the library and withdrawal from it, and the search for earlier publications.</summary>
internal sealed class PublicationCalls : IApiCalls
{
    private static readonly ApiBody Answer = new("Publicatie", """
        {
          "zaaknummer": "RR-2026-7KQ4M", "status": "gedeeld", "versie": 1, "goedgekeurd": true, "akkoordMelder": true,
          "bezwaarMelder": false,
          "reagerenTotEnMet": "2026-11-27", "gedeeld": true, "adres": "/bibliotheek/rr-2026-7kq4m"
        }
        """)
    { Type = typeof(PublicationResponse) };

    public IEnumerable<ApiCall> Calls =>
    [
        new("PostPublication", ApiTags.Publications, "Schrijf een tekst voor de bibliotheek")
        {
            Description = "Een eigen tekst, los van de melding. Persoonsgegevens en te herkennen organisaties worden geweigerd.",
            Caller = ApiCaller.Colleague,
            SharesText = true,
            CanConflict = true,
            Body = new("PublicatieInvoer", """
                {
                  "titel": "Omscholen met behoud van uitkering",
                  "probleem": "Een kandidaat verliest de uitkering zodra de opleiding begint.",
                  "watZegtDeRegel": "UWV mag scholing toestaan die nodig is voor werk.",
                  "watMagJe": "Vraag UWV om toestemming voordat de opleiding begint.",
                  "themas": ["leven-lang-ontwikkelen"], "toonRegio": false, "nakijkenVoor": "2027-12-01", "vondstenBekeken": false
                }
                """)
            { Type = typeof(PublicationRequest), Required = ["titel", "probleem", "watZegtDeRegel", "watMagJe"] },
            Status = 201,
            Answer = Answer,
        },
        new("PostPublicationApproval", ApiTags.Publications, "Keur een tekst goed")
        {
            Description = "Door een tweede analist, niet door wie de tekst schreef. Keur je een oudere versie goed dan de nieuwste? "
                + "Dan krijg je 409, met beide teksten in `nieuwereTekst`.",
            Caller = ApiCaller.Colleague,
            CanConflict = true,
            Answer = Answer,
        },
        new("PostPublicationDrop", ApiTags.Publications, "Laat de oude tekst staan")
        {
            Description = "Laat een nieuwe versie vervallen terwijl een oudere in de bibliotheek staat, bijvoorbeeld na een bezwaar van "
                + "de melder. De oudere blijft staan.",
            Caller = ApiCaller.Colleague,
            CanConflict = true,
            Answer = Answer,
        },
        new("PostSharing", ApiTags.Publications, "Deel de goedgekeurde tekst")
        {
            Description = "Kan zodra de melder akkoord is of de termijn voorbij is. Anders gebeurt het vanzelf na de termijn.",
            Caller = ApiCaller.Colleague,
            CanConflict = true,
            Answer = Answer,
        },
        new("PostPublicationWithdrawal", ApiTags.Publications, "Haal een tekst uit de bibliotheek")
        {
            Description = "Het adres geeft daarna 410. De tekst verdwijnt ook uit de feed en uit het archief met alles.",
            Caller = ApiCaller.Colleague,
            CanConflict = true,
            Body = new("Terugtrekking", """{ "reden": "De organisatie is te herkennen." }""")
                { Type = typeof(PublicationWithdrawalRequest), Required = ["reden"] },
            Answer = Answer,
        },
        new("PostSharingDecline", ApiTags.Publications, "Leg vast dat we niet delen")
        {
            Description = "Een zaak met een uitkomst sluit pas als de oplossing gedeeld is, of als hier staat waarom niet. Staat de "
                + "tekst nog in de bibliotheek, haal die dan eerst weg.",
            Caller = ApiCaller.Colleague,
            CanConflict = true,
            Body = new("NietDelenBesluit", """{ "want": "te-herkennen", "toelichting": "Er is maar één zo'n huis in de regio." }""")
                { Type = typeof(SharingDeclineRequest), Required = ["want", "toelichting"] },
            Answer = Answer,
        },
        new("PostPublicationReply", ApiTags.Publications, "Zeg of de tekst gedeeld mag worden")
        {
            Description = "De melder is akkoord of maakt bezwaar. Bij bezwaar komt er een nieuwe tekst, of we delen niet. Noem in "
                + "`versie` de tekst die de melder las. Is er een nieuwere? Dan krijg je 409, met beide teksten in `nieuwereTekst`.",
            Caller = ApiCaller.Reporter,
            CanConflict = true,
            Body = new("Publicatiereactie", """{ "versie": 1, "akkoord": false, "toelichting": "Ons team is te herkennen." }""")
                { Type = typeof(PublicationReplyRequest), Required = ["versie", "akkoord"] },
            Answer = Answer,
        },
        new("PostMatches", ApiTags.Library, "Zoek antwoorden bij een tekst")
        {
            Description = "Gedeelde casussen en factsheets die op je tekst lijken. We bewaren de tekst niet.",
            Body = new("Zoektekst", """{ "tekst": "Onze helpende mag geen insuline prikken." }""")
                { Type = typeof(MatchRequest), Required = ["tekst"] },
            Answer = new("Vergelijkbaar", """
                {
                  "resultaten": [ {
                    "id": "mag-een-helpende-insuline-prikken", "titel": "Mag een helpende insuline prikken?",
                    "probleem": "Een helpende kan goed prikken.",
                    "antwoord": "Laat de helpende scholen en toetsen.", "toelichting": "Het kan al", "dag": "2026-11-22",
                    "adres": "/bibliotheek/mag-een-helpende-insuline-prikken", "woorden": ["insuline"]
                  } ]
                }
                """),
        },
    ];
}
