using RegelLoket.Cases;
using RegelLoket.Intake;

namespace RegelLoket.OpenApi.Calls;

/// <summary>Report, follow, reply, withdraw.</summary>
internal sealed class ReportCalls : IApiCalls
{
    private static readonly ApiBody Followed = new("GevolgdeMelding", """
        {
          "zaaknummer": "RR-2026-7KQ4M",
          "titel": "Omscholing met behoud van uitkering",
          "status": "in-analyse",
          "ontvangenOp": "2026-11-02T09:15:00Z",
          "stappen": [
            { "stap": "Ontvangen", "op": "2026-11-02T09:15:00Z" },
            { "stap": "We zoeken het uit", "op": "2026-11-03T10:00:00Z" },
            { "stap": "Bij ministerie(s)" },
            { "stap": "Antwoord" },
            { "stap": "Gedeeld" }
          ],
          "watNu": "We zoeken uit waar de regel vandaan komt.",
          "voor": "2026-11-30",
          "vertraging": "We zoeken nog uit waar de regel vandaan komt.",
          "wachtOpJou": false,
          "mededelingen": [ { "op": "2026-11-03T10:00:00Z",
          "tekst": "We behandelen je melding samen met een andere melding over hetzelfde." } ],
          "gemeld": [ { "naam": "Wat houdt je tegen?", "tekst": "De uitkering stopt zodra de opleiding begint." } ],
          "dialoog": [ { "van": "loket", "op": "2026-11-04T08:30:00Z", "tekst": "In welk leerjaar zit de kandidaat?", "soort": "vraag",
          "nieuw": true } ],
          "kanIntrekken": true,
          "kanReageren": true
        }
        """)
    { Type = typeof(ReportResponse) };

    private static readonly ApiBody Received = new("Ontvangstbewijs", """
        {
          "zaaknummer": "RR-2026-7KQ4M",
          "volgcode": "0A1B-2C3D-4E5F-6G7H-8J9K-0M1N-2P",
          "status": "ontvangen",
          "ontvangenOp": "2026-11-02T09:15:00Z",
          "bericht": "Je hoort uiterlijk 16 november 2026 van ons."
        }
        """);

    public IEnumerable<ApiCall> Calls =>
    [
        new("PostReport", ApiTags.Reports, "Doe een melding")
        {
            Description = "Vertel wat je wilt doen en wat je tegenhoudt. Je krijgt een zaaknummer en een volgcode. Schrijf geen "
                + "namen van cliënten op.",
            HasIdempotencyKey = true,
            CanConflict = true,
            Body = new("Melding", """
                {
                  "titel": "Omscholing met behoud van uitkering",
                  "omschrijving": "Een kandidaat wil bij ons de opleiding tot verzorgende volgen.",
                  "belemmering": "De uitkering stopt zodra de opleiding begint.",
                  "geprobeerd": "We hebben het aan de gemeente gevraagd.",
                  "branche": "ouderenzorg",
                  "themas": ["leven-lang-ontwikkelen"],
                  "melder": { "naam": "Sam de Vries", "email": "sam@zorginstelling.example" }
                }
                """)
            { Type = typeof(ReportRequest), Required = [.. ReportFields.All.Where(f => f.IsRequired).Select(f => f.Name)] },
            Status = 201,
            Answer = Received,
        },
        new("PostOnBehalfCall", ApiTags.Cases, "Leg een melding vast voor iemand anders")
        {
            Description = "Voor een melding per telefoon of na een bezoek. De zaak zegt dat erbij. Geef het zaaknummer en de "
                + "volgcode aan de melder.",
            Caller = ApiCaller.Colleague,
            HasIdempotencyKey = true,
            CanConflict = true,
            Body = new("MeldingVoorIemand", """
                {
                  "kanaal": "telefoon",
                  "melding": {
                    "titel": "Omscholing met behoud van uitkering",
                    "omschrijving": "Een kandidaat wil bij ons de opleiding tot verzorgende volgen.",
                    "belemmering": "De uitkering stopt zodra de opleiding begint.", "branche": "ouderenzorg",
                    "themas": ["leven-lang-ontwikkelen"]
                  }
                }
                """)
            { Type = typeof(OnBehalfRequest), Required = ["kanaal", "melding"] },
            Status = 201,
            Answer = Received,
        },
        new("PostLostCodeCall", ApiTags.Reports, "Vraag een nieuwe volgcode")
        {
            Description = "Horen zaaknummer en adres bij elkaar, dan komt er een mail met een nieuwe code. Het antwoord is altijd "
                + "hetzelfde.",
            CanConflict = true,
            Body = new("CodeKwijt", """{ "zaaknummer": "RR-2026-7KQ4M", "email": "sam@zorginstelling.example" }""")
            { Type = typeof(LostCodeFunctions.LostCodeRequest), Required = ["zaaknummer", "email"] },
            Status = 202,
        },
        new("PostAddressCall", ApiTags.Reports, "Laat een code mailen naar een nieuw e-mailadres")
        {
            Description = "Het adres telt pas als de code uit de mail terugkomt. Het nummer mag ook dat van een aansluiting zijn.",
            Caller = ApiCaller.Reporter,
            CanConflict = true,
            Body = new("NieuwAdres", """{ "email": "sam@zorginstelling.example" }""")
                { Type = typeof(AddressCallFunctions.AddressRequest), Required = ["email"] },
            Answer = new("AdresInAfwachting", """{ "bevestiging": "CfDJ8K1fTy0" }""")
                { Type = typeof(AddressCallFunctions.AddressProposalResponse) },
        },
        new("PutAddressCall", ApiTags.Reports, "Bevestig het e-mailadres")
        {
            Description = "Stuur de code uit de mail mee, met de bevestiging die je kreeg. Daarna gaat alle mail over de zaak naar "
                + "dit adres.",
            Caller = ApiCaller.Reporter,
            Body = new("AdresBevestiging", """{ "bevestiging": "CfDJ8K1fTy0", "code": "12345678" }""")
            { Type = typeof(AddressCallFunctions.AddressCodeRequest), Required = ["bevestiging", "code"] },
            Status = 204,
        },
        new("DeleteAddressCall", ApiTags.Reports, "Haal het e-mailadres weg")
        {
            Description = "We sturen geen mail meer. Volgen kan nog met nummer en code.",
            Caller = ApiCaller.Reporter,
            Status = 204,
        },
        new("PostHelped", ApiTags.Library, "Dit antwoord helpt mij")
        {
            Description = "Telt dat een gedeeld antwoord iemand hielp. Er komt geen zaak.",
            CanConflict = true,
            Status = 204,
        },
        new("PostJoined", ApiTags.Library, "Dit speelt bij ons ook")
        {
            Description = "Voegt jullie toe aan een gedeelde casus, met een eigen nummer en code om te volgen. Bij een factsheet "
                + "tellen we jullie alleen mee: noem dan alleen mensen, want wat je meer stuurt, wordt geweigerd.",
            HasIdempotencyKey = true,
            CanConflict = true,
            Body = new("Aansluiting", """
                {
                  "mensen": 25, "uren": "8", "geld": "5000", "gevolgen": "We zoeken al een jaar iemand.", "branche": "ouderenzorg",
                  "regio": "Utrecht",
                  "organisatie": "Zorggroep Voorbeeld"
                }
                """)
            { Type = typeof(JoinRequest) },
            Status = 201,
            Answer = new("Aansluitingsbewijs", """
                {
                  "volgnummer": "RR-2026-7KQ4M-2", "volgcode": "0A1B-2C3D-4E5F-6G7H-8J9K-0M1N-2P", "aangeslotenOp": "2026-11-02T09:15:00Z",
                  "titel": "Omscholing met behoud van uitkering", "adres": "/bibliotheek/rr-2026-7kq4m"
                }
                """)
            { Optional = ["volgnummer", "volgcode"] },
        },
        new("GetJoined", ApiTags.Reports, "Volg een zaak waarbij jullie aansloten")
        {
            Description = "Waar de zaak staat, het gedeelde antwoord en wat jullie zelf meldden.",
            Caller = ApiCaller.Reporter,
            Answer = new("GevolgdeAansluiting", """
                {
                  "volgnummer": "RR-2026-7KQ4M-2", "titel": "Omscholing met behoud van uitkering", "status": "gedeeld",
                  "aangeslotenOp": "2026-11-02T09:15:00Z",
                  "stappen": [ { "stap": "Ontvangen", "op": "2026-10-02T09:15:00Z" } ],
                  "watNu": "Er is een antwoord. Verandert er iets? Dan zie je dat hier.",
                  "antwoord": "Vraag UWV om toestemming voordat de opleiding begint.", "adres": "/bibliotheek/rr-2026-7kq4m",
                  "organisaties": 2, "mensen": 25,
                  "gevolgen": "We zoeken al een jaar iemand."
                }
                """)
            { Type = typeof(FollowerResponse) },
        },
        new("GetReport", ApiTags.Reports, "Volg je melding")
        {
            Description = "Waar je melding staat, wat er nu gebeurt en wat jij kunt doen.",
            Caller = ApiCaller.Reporter,
            Answer = Followed,
        },
        new("PostReply", ApiTags.Reports, "Antwoord op een vraag of vul aan")
        {
            Description = "Wachtte de zaak op jou, dan gaat hij hierna verder.",
            Caller = ApiCaller.Reporter,
            CanConflict = true,
            Body = new("ReactieVanMelder", """{ "tekst": "De kandidaat begint in het eerste leerjaar." }""")
                { Type = typeof(ReportFunctions.ReplyRequest), Required = ["tekst"] },
            Answer = Followed,
        },
        new("PostReportReading", ApiTags.Reports, "Zeg dat je de berichten van het loket las")
        {
            Description = "Daarna is geen bericht meer `nieuw`. Wie de pagina opent, zegt dit vanzelf.",
            Caller = ApiCaller.Reporter,
            Answer = Followed,
        },
        new("PostWithdrawal", ApiTags.Reports, "Trek je melding in")
        {
            Description = "De zaak stopt. Dit kan zolang er nog geen uitkomst is.",
            Caller = ApiCaller.Reporter,
            CanConflict = true,
            Answer = Followed,
        },
    ];
}
