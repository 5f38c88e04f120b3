using System.Text.Json.Serialization;

namespace RegelLoket.ContextAnalysis.Dialogue;

/// <summary>The body of a closing of a case whose reporter does not answer.</summary>
public sealed record ClosingRequest([property: JsonPropertyName("reden")] string? Reason);
