using System.Text.Json.Serialization;

namespace RegelLoket.ContextAnalysis;

/// <summary>The body of an assignment to a colleague, or to nobody.</summary>
public sealed record HandlerRequest(
    [property: JsonPropertyName("behandelaar")] string? Handler, [property: JsonPropertyName("reden")] string? Reason);
