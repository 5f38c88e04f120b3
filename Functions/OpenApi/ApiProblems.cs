using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace RegelLoket.OpenApi;

/// <summary>The error responses, the same for every endpoint (RFC 9457).</summary>
internal static class ApiProblems
{
    private static readonly (int Status, string Name, string Description, string Title, string Detail)[] All =
    [
        (400, "OngeldigeInvoer", "De invoer klopt niet. Alle fouten staan er in één keer bij.", "Niet alle gegevens kloppen",
            "Schrijf een titel."),
        (401, "NietAangemeld", "Je bent niet aangemeld.", "Je bent niet aangemeld", "Stuur een geldig token mee in de header "
            + "Authorization."),
        (403, "NietToegestaan", "Je mag dit niet.", "Dit kan alleen een coördinator", "Vraag een coördinator om het te doen."),
        (404, "NietGevonden", "Dit bestaat niet, of niet voor jou.", "Niet gevonden",
            "We kennen deze combinatie van nummer en code niet."),
        (406, "FormaatBestaatNiet", "Dit formaat geven we niet.", "Dit formaat geven we niet", "Vraag om application/json."),
        (409, "KanNuNiet", "De stand van de zaak staat dit niet toe.", "Dat kan nu niet",
            "De probleemstelling is nog niet goedgekeurd."),
        (413, "TeGroot", "Het bericht is te groot.", "Te veel gegevens", "Een bericht mag hoogstens 64 kB groot zijn, een bestand 10 MB."),
        (415, "VerkeerdeSoort", "Het bericht is geen JSON, of het bestand is geen pdf, jpg of png.", "Verkeerd soort inhoud",
            "Stuur de gegevens als application/json."),
        (429, "TeVaak", "Te veel verzoeken in korte tijd, of op een dag. Retry-After zegt hoeveel seconden je wacht.",
            "Te veel verzoeken",
            "Wacht even en probeer het dan opnieuw."),
        (503, "NietBereikbaar", "Het loket is even niet bereikbaar.", "Het loket is even niet bereikbaar",
            "Probeer het over een minuut nog een keer."),
    ];

    /// <summary>The name of the common schema.</summary>
    public const string SchemaName = "Probleem";

    public static Dictionary<string, IOpenApiResponse> Responses(OpenApiDocument document) =>
        All.ToDictionary(problem => problem.Name, problem => (IOpenApiResponse)Response(problem, document));

    public static OpenApiSchema Schema() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "Wat er misging, volgens RFC 9457.",
        Required = new HashSet<string> { "status", "title", "detail" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = Field("Verwijst naar uitleg over de soort fout."),
            ["status"] = Field("De statuscode van het antwoord.", JsonSchemaType.Integer),
            ["title"] = Field("Wat er misging, in een paar woorden."),
            ["detail"] = Field("Wat je eraan kunt doen."),
            ["fouten"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                Description = "De velden die niet kloppen.",
                Items = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Required = new HashSet<string> { "veld", "fout" },
                    Properties = new Dictionary<string, IOpenApiSchema>
                    {
                        ["veld"] = Field("De naam van het veld."),
                        ["fout"] = Field("Wat er niet klopt."),
                    },
                },
            },
            ["gelezenVersie"] = Field("Het nummer van de versie die je las, zoals je het noemde.", JsonSchemaType.Integer),
            ["nieuwereTekst"] = NewerText(),
        },
    };

    private static OpenApiSchema NewerText() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "De tekst die iemand anders schreef nadat je hem las. Noem zijn versie om hem te vervangen: bij een zaak in "
            + "If-Match, bij een regel of een tekst van de bibliotheek in het veld versie.",
        Required = new HashSet<string> { "versie", "door", "op", "teksten" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["versie"] = Field("Het nummer van de gebeurtenis of de versie met de tekst.", JsonSchemaType.Integer),
            ["door"] = Field("Wie de tekst schreef."),
            ["op"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "date-time", Description = "Het moment." },
            ["teksten"] = Texts("De tekst in zijn delen."),
            ["gelezen"] = Texts("De oudere tekst die je las, als je die wilde goedkeuren."),
        },
    };

    private static OpenApiSchema Texts(string description) => new()
    {
        Type = JsonSchemaType.Array,
        Description = description,
        Items = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Required = new HashSet<string> { "naam", "tekst" },
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["naam"] = Field("Hoe het deel heet."),
                ["tekst"] = Field("De tekst."),
            },
        },
    };

    /// <summary>Returns the error status codes of an endpoint.</summary>
    public static IEnumerable<int> Of(ApiCall call, bool hasParameters) => new (int Status, bool Can)[]
    {
        (400, true),
        (401, call.Caller == ApiCaller.Colleague),
        (403, call.Caller is ApiCaller.Colleague or ApiCaller.Ministry),
        (404, hasParameters
            || call.Caller is ApiCaller.Reporter or ApiCaller.Ministry or ApiCaller.Participant),
        (406, true),
        (409, call.CanConflict || call.SharesText),
        (413, call.Body is not null),
        (415, call.Body is not null),
        (429, call.Body is not null
            || call.Caller is ApiCaller.Reporter or ApiCaller.Ministry or ApiCaller.Participant),
        (503, true),
    }.Where(p => p.Can).Select(p => p.Status);

    public static OpenApiResponseReference Reference(int status, OpenApiDocument document) =>
        new(All.Single(problem => problem.Status == status).Name, document);

    private static OpenApiSchema Field(string description, JsonSchemaType type = JsonSchemaType.String) =>
        new() { Type = type, Description = description };

    private static OpenApiResponse Response(
        (int Status, string Name, string Description, string Title, string Detail) problem, OpenApiDocument document)
    {
        var example = new JsonObject
        {
            ["type"] = $"https://tools.ietf.org/html/rfc9110#section-15.{problem.Status / 100 + 1}",
            ["status"] = problem.Status,
            ["title"] = problem.Title,
            ["detail"] = problem.Detail,
        };
        if (problem.Status == 400)
        {
            example["fouten"] = new JsonArray(new JsonObject { ["veld"] = "titel", ["fout"] = "Schrijf een titel." });
        }

        return new OpenApiResponse
        {
            Description = problem.Description,
            Headers = problem.Status is 429 or 503 ? ApiHeaders.Of(document, "Retry-After") : ApiHeaders.Of(document),
            Content = new Dictionary<string, IOpenApiMediaType>
            {
                ["application/problem+json"] =
                    new OpenApiMediaType { Schema = new OpenApiSchemaReference(SchemaName, document), Example = example },
            },
        };
    }
}
