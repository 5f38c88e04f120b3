using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.OpenApi;

namespace RegelLoket.OpenApi;

/// <summary>What goes into the path, the query string and the headers of a call.</summary>
internal static partial class ApiParameters
{
    public static List<IOpenApiParameter> Of(ApiCall call, string path) =>
    [
        .. PathPattern().Matches(path).Select(match =>
            Parameter(ApiVocabulary.Of(match.Groups[1].Value), ParameterLocation.Path, required: true)),
        .. call.Query.Select(name => Parameter(ApiVocabulary.Of(name), ParameterLocation.Query, required: false)),
        .. call.HasIdempotencyKey ? [IdempotencyKey()] : Array.Empty<OpenApiParameter>(),
    ];

    private static OpenApiParameter IdempotencyKey() => new()
    {
        Name = "Idempotency-Key",
        In = ParameterLocation.Header,
        Required = true,
        Description = "Een eigen sleutel voor deze melding. Stuur je hem nog een keer, dan krijg je hetzelfde antwoord "
            + "en komt er geen tweede zaak.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = 200 },
        Example = "0c5b2c1e-6a43-4e0b-9a07-0c3bb3a3a0a1",
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
                ? JsonValue.Create(int.Parse(example, System.Globalization.CultureInfo.InvariantCulture)) : JsonValue.Create(example),
        };
    }

    [GeneratedRegex(@"\{(\w+)\}", RegexOptions.NonBacktracking)]
    private static partial Regex PathPattern();
}
