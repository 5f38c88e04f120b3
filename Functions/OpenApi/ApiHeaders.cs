using Microsoft.OpenApi;
using RegelLoket.Cases;
using RegelLoket.Intake;

namespace RegelLoket.OpenApi;

/// <summary>The response headers in the document.</summary>
internal static class ApiHeaders
{
    public static Dictionary<string, IOpenApiHeader> Definitions() => new()
    {
        [ApiVersion.Header] = Text("De volledige versie van de API.", ApiVersion.Current),
        ["ETag"] = Text("Het kenmerk van de inhoud. Het blijft hetzelfde zolang er niets verandert; stuur het mee in `If-None-Match`.",
            "\"5d41402abc4b2a76b9719d911017c592\""),
        ["Cache-Control"] = Text("Of en hoe lang je het antwoord mag bewaren.", "public, no-cache"),
        ["Location"] = Text("Het adres van wat gemaakt is.", IntakeRoutes.ApiReport(CaseNumber.Parse("RR-2026-7KQ4M"))),
        ["Retry-After"] = new OpenApiHeader
        {
            Description = "Na hoeveel seconden je het opnieuw kunt proberen.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.Integer },
            Example = 30,
        },
        ["traceresponse"] = Text("Het kenmerk van dit verzoek, volgens W3C Trace Context. Noem het als je een fout meldt.",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"),
    };

    /// <summary>Returns the headers of every response, and those of this one.</summary>
    public static Dictionary<string, IOpenApiHeader> Of(OpenApiDocument document, params string[] own) =>
        own.Prepend("traceresponse").Prepend(ApiVersion.Header)
            .ToDictionary(name => name, name => (IOpenApiHeader)new OpenApiHeaderReference(name, document));

    private static OpenApiHeader Text(string description, string example) => new()
    {
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        Example = example,
    };
}
