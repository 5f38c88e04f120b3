using RegelLoket.Intake;

namespace RegelLoket.OpenApi.Calls;

/// <summary>Report, follow, reply, withdraw.</summary>
internal sealed class ReportCalls : IApiCalls
{
    private static readonly ApiBody Followed = new("GevolgdeMelding", """
        {
          "zaaknummer": "RR-2026-7KQ4M",
          "titel": "Omscholing met behoud van uitkering",
          "status": "wacht-op-melder",
          "ontvangenOp": "2026-11-02T09:15:00Z",
          "stappen": [
            { "stap": "Ontvangen", "op": "2026-11-02T09:15:00Z" },
            { "stap": "We zoeken het uit", "op": "2026-11-03T10:00:00Z" },
            { "stap": "Bij ministerie(s)" },
            { "stap": "Antwoord" },
            { "stap": "Gedeeld" }
          ],
          "watNu": "We hebben een vraag aan jou. Zodra je antwoordt, gaan we verder.",
          "voor": "2026-11-16",
          "wachtOpJou": true,
          "mededelingen": [ { "op": "2026-11-03T10:00:00Z", "tekst": "We behandelen je melding samen met een andere melding over hetzelfde." } ],
          "dialoog": [ { "van": "loket", "op": "2026-11-04T08:30:00Z", "tekst": "In welk leerjaar zit de kandidaat?" } ],
          "kanIntrekken": true,
          "kanReageren": true
        }
        """)
    { Type = typeof(ReportView) };

    public IEnumerable<ApiCall> Calls =>
    [
        new("PostReport", ApiTags.Reports, "Doe een melding")
        {
            Description = "Vertel wat je wilt doen en wat je tegenhoudt. Je krijgt een zaaknummer en een volgcode. Schrijf geen namen van cliënten op.",
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
            { Type = typeof(ReportRequest), Required = ["titel", "omschrijving", "belemmering", "branche", "themas"] },
            Status = 201,
            Answer = new("Ontvangstbewijs", """
                {
                  "zaaknummer": "RR-2026-7KQ4M",
                  "volgcode": "0A1B-2C3D-4E5F-6G7H-8J9K-0M1N-2P",
                  "status": "ontvangen",
                  "ontvangenOp": "2026-11-02T09:15:00Z",
                  "bericht": "Je hoort van ons vóór 16 november 2026."
                }
                """),
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
            Body = new("ReactieVanMelder", """{ "tekst": "De kandidaat begint in het eerste leerjaar." }""") { Type = typeof(ReportFunctions.ReplyRequest), Required = ["tekst"] },
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
