using RegelLoket.Library.Subscriptions;

namespace RegelLoket.OpenApi.Calls;

/// <summary>Following the library by mail.</summary>
internal sealed class FollowCalls : IApiCalls
{
    private const string Code = """{ "code": "CfDJ8K1fTy0" }""";

    public IEnumerable<ApiCall> Calls =>
    [
        new("PostFollowCall", ApiTags.Library, "Volg de bibliotheek per mail")
        {
            Description = "We mailen een link om het adres te bevestigen. Het antwoord is altijd hetzelfde, ook als we het adres "
                + "al kennen. Daarna gaat er hoogstens één mail per week, met wat nieuw, gewijzigd of ingetrokken is.",
            CanConflict = true,
            Body = new("Volgverzoek",
                """
                {
                  "email": "sam@zorginstelling.example", "themas": ["leven-lang-ontwikkelen"], "wetten": ["BWBR0004045"],
                  "items": ["omscholen-met-ww"]
                }
                """)
            { Type = typeof(FollowRequest), Required = ["email"] },
            Status = 202,
        },
        new("PostFollowConfirmationCall", ApiTags.Library, "Bevestig dat je de bibliotheek volgt")
        {
            Description = "Stuur de code mee uit de link in de mail, die achter het hekje staat. Een tweede keer verandert niets.",
            Body = new("Volgcodebericht", Code) { Type = typeof(FollowCodeRequest), Required = ["code"] },
            Answer = new("Abonnement",
                """
                { "themas": ["leven-lang-ontwikkelen"], "wetten": ["BWBR0004045"], "items": ["omscholen-met-ww"] }
                """)
            { Type = typeof(SubscriptionResponse) },
        },
        new("PostFollowStopCall", ApiTags.Library, "Stop met de mail uit de bibliotheek")
        {
            Description = "Stuur de code mee uit de link onder een mail. We wissen het adres meteen.",
            Body = new("Volgcodebericht", Code) { Type = typeof(FollowCodeRequest), Required = ["code"] },
            Status = 204,
        },
    ];
}
