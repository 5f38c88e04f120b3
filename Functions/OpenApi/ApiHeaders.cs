using System.Text.Json.Nodes;

namespace RegelLoket.OpenApi;

/// <summary>The headers of answers.</summary>
internal static class ApiHeaders
{
    public static JsonObject Definitions() => new()
    {
        [ApiVersion.Header] = Text("De volledige versie van de API.", ApiVersion.Current),
        ["Location"] = Text("Het adres van wat gemaakt is.", "/v1/meldingen/RR-2026-7KQ4M"),
        ["Retry-After"] = new JsonObject
        {
            ["description"] = "Na hoeveel seconden je het opnieuw kunt proberen.",
            ["schema"] = new JsonObject { ["type"] = "integer" },
            ["example"] = 30
        },
        ["traceresponse"] = Text("Het kenmerk van dit verzoek, volgens W3C Trace Context. Noem het als je een fout meldt.",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"),
    };

    /// <summary>The headers of every answer.</summary>
    public static JsonObject Always() =>
        new() { [ApiVersion.Header] = Reference(ApiVersion.Header), ["traceresponse"] = Reference("traceresponse") };

    public static JsonObject Reference(string name) => new() { ["$ref"] = $"#/components/headers/{name}" };

    private static JsonObject Text(string description, string example) => new()
    {
        ["description"] = description,
        ["schema"] = new JsonObject { ["type"] = "string" },
        ["example"] = example,
    };
}
