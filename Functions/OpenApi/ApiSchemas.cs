using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using RegelLoket.Cases;
using RegelLoket.Web;

namespace RegelLoket.OpenApi;

/// <summary>The schemas of bodies, from the types in the code and the descriptions of the vocabulary.</summary>
internal static class ApiSchemas
{
    private static readonly JsonSchemaExporterOptions Exporting = new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = (context, schema) => OwnType(context.TypeInfo.Type) ?? schema,
    };

    /// <summary>Converts a schema of the exporter to the document's model.</summary>
    public static OpenApiSchema ToModel(JsonObject schema) =>
        OpenApiModelFactory.Parse<OpenApiSchema>(
            schema.ToJsonString(), OpenApiSpecVersion.OpenApi3_1, new OpenApiDocument(), out _)!;

    public static JsonObject OfAnswer(ApiBody body) => Described(OfType(body));

    /// <summary>
    /// Returns the schema of a request with its required fields, which are declared because the types leave every field
    /// optional.
    /// </summary>
    public static JsonObject OfRequest(ApiBody body)
    {
        var schema = OfType(body);
        schema.Remove("required");
        if (body.Required.Count > 0)
        {
            schema["required"] = new JsonArray([.. body.Required.Select(name => (JsonNode)name)]);
        }

        return Described(schema);
    }

    /// <summary>Returns the schema of a field of the vocabulary, as for a parameter.</summary>
    public static JsonObject OfField(ApiField field)
    {
        var schema = new JsonObject { ["type"] = field.Type };
        Refine(schema, field);
        return schema;
    }

    private static JsonObject OfType(ApiBody body)
    {
        if (body.MediaType != ApiBody.Json)
        {
            return new JsonObject
            {
                ["type"] = body.MediaType.EndsWith("json", StringComparison.Ordinal) ? "object"
                : "string"
            };
        }

        var schema = body.Type is { } type ? (JsonObject)Api.Json.GetJsonSchemaAsNode(type, Exporting)
            : FromExample(body.ExampleJson(), body.Optional);
        Inline(schema, schema);
        Simplify(schema);
        // Fields that the serializer adds to a type, such as the discriminator, are only in the example.
        foreach (var (name, value) in body.ExampleJson() as JsonObject ?? [])
        {
            if (schema["properties"] is JsonObject properties && !properties.ContainsKey(name))
            {
                properties[name] = FromExample(value, []);
            }
        }

        return schema;
    }

    /// <summary>
    /// Replaces pointers to an earlier occurrence of a type within one schema, which are invalid inside the document.
    /// </summary>
    private static void Inline(JsonNode node, JsonObject root)
    {
        if (node is JsonObject o)
        {
            foreach (var (name, value) in o.ToList())
            {
                if (value is JsonObject reference && reference["$ref"]?.GetValue<string>() is { } pointer)
                {
                    o[name] = pointer[2..].Split('/').Aggregate((JsonNode)root, (at, part) => at[part]!).DeepClone();
                }

                if (o[name] is { } inner)
                {
                    Inline(inner, root);
                }
            }
        }
    }

    private static JsonObject? OwnType(Type type) =>
        type == typeof(CaseNumber) ? new JsonObject { ["type"] = "string" }
        : type == typeof(CaseNumber?) ? new JsonObject { ["type"] = new JsonArray("string", "null") }
        : type == typeof(JsonElement) || type == typeof(object) ? new JsonObject { ["type"] = "object" }
        : type == typeof(JsonElement?) ? new JsonObject { ["type"] = new JsonArray("object", "null") }
        : type == typeof(DateTimeOffset) ? new JsonObject { ["type"] = "string", ["format"] = "date-time" }
        : type == typeof(DateTimeOffset?)
        ? new JsonObject { ["type"] = new JsonArray("string", "null"), ["format"] = "date-time" }
        : null;

    /// <summary>Removes null from the types, since null values are left out of a response instead.</summary>
    private static void Simplify(JsonObject schema)
    {
        var properties = schema["properties"] as JsonObject ?? [];
        if (schema["required"] is JsonArray required)
        {
            schema["required"] = new JsonArray(
                [.. required.Where(name => !CanBeNull((JsonObject)properties[name!.GetValue<string>()]!))
                .Select(name => name!.DeepClone())]);
        }

        if (schema["required"] is JsonArray { Count: 0 })
        {
            schema.Remove("required");
        }

        if (schema["type"] is JsonArray types)
        {
            schema["type"] = types.Select(t => t!.GetValue<string>()).First(t => t != "null");
        }

        if (schema["enum"] is JsonArray values)
        {
            schema["type"] = "string";
            schema["enum"] = new JsonArray([.. values.Where(v => v is not null).Select(v => v!.DeepClone())]);
        }

        if (schema["type"]?.GetValue<string>() == "array" && schema["items"] is not JsonObject)
        {
            schema["items"] = new JsonObject { ["type"] = "object" };
        }

        if (schema["additionalProperties"] is JsonValue)
        {
            schema.Remove("additionalProperties");
        }

        foreach (var inner in properties.Select(p => p.Value).Append(schema["items"]).Append(schema["additionalProperties"])
            .OfType<JsonObject>().ToList())
        {
            Simplify(inner);
        }

        // A map keeps its keys, also those without a value.
        if (schema["additionalProperties"] is JsonObject value && value["type"] is JsonValue type)
        {
            value["type"] = new JsonArray(type.DeepClone(), "null");
        }
    }

    private static bool CanBeNull(JsonObject schema) =>
        (schema["type"] is JsonArray types && types.Any(t => t!.GetValue<string>() == "null"))
            || (schema["enum"] is JsonArray values && values.Any(v => v is null));

    private static JsonObject FromExample(JsonNode? example, IReadOnlyList<string> optional) => example switch
    {
        // An object whose fields depend on its context.
        JsonObject { Count: 0 } => new JsonObject { ["type"] = "object" },
        JsonObject o => new JsonObject
        {
            ["type"] = "object",
            ["required"] = new JsonArray([.. o.Where(p => !optional.Contains(p.Key)).Select(p => (JsonNode)p.Key)]),
            ["properties"] = new JsonObject(
                o.Select(p => KeyValuePair.Create(p.Key, (JsonNode?)FromExample(p.Value, optional)))),
        },
        JsonArray a => new JsonObject { ["type"] = "array", ["items"] = FromExample(a.FirstOrDefault(), optional) },
        JsonValue v when v.GetValueKind() is JsonValueKind.True or JsonValueKind.False =>
            new JsonObject { ["type"] = "boolean" },
        JsonValue v when v.GetValueKind() is JsonValueKind.Number =>
            new JsonObject { ["type"] = v.TryGetValue<long>(out _) ? "integer" : "number" },
        _ => new JsonObject { ["type"] = "string" },
    };

    private static JsonObject Described(JsonObject schema)
    {
        Describe(schema);
        return schema;
    }

    private static void Describe(JsonObject schema)
    {
        foreach (var (name, node) in schema["properties"] as JsonObject ?? [])
        {
            if (node is JsonObject property)
            {
                if (ApiVocabulary.Find(name) is { } field)
                {
                    Refine(property["items"] as JsonObject ?? property, field, property);
                }

                Describe(property);
            }
        }

        if (schema["items"] is JsonObject items)
        {
            Describe(items);
        }
    }

    private static void Refine(JsonObject schema, ApiField field, JsonObject? described = null)
    {
        (described ?? schema)["description"] = field.Description;
        if (schema["type"]?.GetValue<string>() != "string" || schema.ContainsKey("enum"))
        {
            return;
        }

        if (field.Values.Count > 0)
        {
            schema["enum"] = new JsonArray([.. field.Values.Select(v => (JsonNode)v)]);
        }

        if (field.Format is { } format && !schema.ContainsKey("format"))
        {
            schema["format"] = format;
        }

        if (field.Pattern is { } pattern)
        {
            schema["pattern"] = pattern;
        }
    }
}
