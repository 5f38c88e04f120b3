using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.OpenApi;
using RegelLoket.Attachments;

namespace RegelLoket.OpenApi;

/// <summary>The parameters of an endpoint in path, query string and headers.</summary>
internal static partial class ApiParameters
{
    public static List<IOpenApiParameter> Of(ApiCall call, string path, bool isPost) =>
    [
        .. PathPattern().Matches(path).Select(match =>
            Parameter(ApiVocabulary.Of(match.Groups[1].Value), ParameterLocation.Path, required: true)),
        .. call.Query.Select(name => Parameter(ApiVocabulary.Of(name), ParameterLocation.Query, required: false)),
        .. isPost ? [IdempotencyKey(call)] : Array.Empty<OpenApiParameter>(),
        .. call.SendsFile ? [FileName()] : Array.Empty<OpenApiParameter>(),
        .. call.SharesText || call.MarksRead ? [IfMatch(call)] : Array.Empty<OpenApiParameter>(),
    ];

    private static OpenApiParameter IdempotencyKey(ApiCall call) => new()
    {
        Name = "Idempotency-Key",
        In = ParameterLocation.Header,
        Required = call.HasIdempotencyKey,
        Description = "Een eigen sleutel voor dit verzoek. Stuur je hetzelfde nog een keer met deze sleutel, dan gebeurt het geen "
            + "tweede keer.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = 200 },
        Example = "0c5b2c1e-6a43-4e0b-9a07-0c3bb3a3a0a1",
    };

    private static OpenApiParameter FileName() => new()
    {
        Name = FileAnswers.NameHeader,
        In = ParameterLocation.Header,
        Required = false,
        Description = "De naam van het bestand, in UTF-8 en met procenttekens gecodeerd. Wie het bestand mag zien, ziet deze naam.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        Example = "brief%20gemeente.pdf",
    };

    private static OpenApiParameter IfMatch(ApiCall call) => new()
    {
        Name = "If-Match",
        In = ParameterLocation.Header,
        Required = false,
        Description = "Het nummer van de nieuwste gebeurtenis toen je de zaak las. " + (call.MarksRead
            ? "Wat daarna kwam, blijft ongelezen."
            : "Heeft iemand anders deze tekst daarna veranderd, dan krijg je 409 en blijft die tekst staan."),
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^([0-9]+|\"[0-9]+\")$" },
        Example = "\"12\"",
    };

    private static OpenApiParameter Parameter(ApiField field, ParameterLocation place, bool required)
    {
        var schema = ApiSchemas.OfField(field);
        schema.Remove("description");
        var example = field.Example ?? field.Values[0];
        return new OpenApiParameter
        {
            Name = field.Name,
            In = place,
            Required = required,
            Description = field.Description,
            Schema = ApiSchemas.ToModel(schema),
            Example = field.Type == "integer"
                ? JsonValue.Create(int.Parse(example, System.Globalization.CultureInfo.InvariantCulture))
                : JsonValue.Create(example),
        };
    }

    [GeneratedRegex(@"\{(\w+)\}", RegexOptions.NonBacktracking)]
    private static partial Regex PathPattern();
}
