using System.Text.Json.Serialization;

namespace RegelLoket.ContextAnalysis.Dialogue;

/// <summary>The body of a message to the reporter.</summary>
public sealed record MessageRequest([property: JsonPropertyName("tekst")] string? Text);
