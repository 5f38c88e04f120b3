using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace RegelLoket.OpenApi;

/// <summary>What goes into the path, the query string and the headers of a call.</summary>
internal static partial class ApiParameters
{
    public static JsonArray Of(ApiCall call, string path)
    {
        var parameters = new JsonArray();
        foreach (Match match in PathPattern().Matches(path))
        {
            parameters.Add(Parameter(ApiVocabulary.Of(match.Groups[1].Value), "path", required: true));
        }

        foreach (var name in call.Query)
        {
            parameters.Add(Parameter(ApiVocabulary.Of(name), "query", required: false));
        }

        if (call.HasIdempotencyKey)
        {
            parameters.Add(new JsonObject
            {
                ["name"] = "Idempotency-Key",
                ["in"] = "header",
                ["required"] = true,
                ["description"] = "Een eigen sleutel voor deze melding. Stuur je hem nog een keer, dan krijg je hetzelfde antwoord "
                    + "en komt er geen tweede zaak.",
                ["schema"] = new JsonObject { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = 200 },
                ["example"] = "0c5b2c1e-6a43-4e0b-9a07-0c3bb3a3a0a1",
            });
        }

        return parameters;
    }

    private static JsonObject Parameter(ApiField field, string place, bool required)
    {
        var schema = ApiSchemas.OfField(field);
        schema.Remove("description");
        var example = field.Example ?? field.Values[0];
        return new JsonObject
        {
            ["name"] = field.Name,
            ["in"] = place,
            ["required"] = required,
            ["description"] = field.Description,
            ["schema"] = schema,
            ["example"] = field.Type == "integer" ? int.Parse(example, System.Globalization.CultureInfo.InvariantCulture) : example,
        };
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex PathPattern();
}
