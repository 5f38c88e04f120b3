using System.Text.Json.Serialization;

namespace RegelLoket.ContextAnalysis;

/// <summary>The body of a scan for personal data.</summary>
public sealed record ScanRequest([property: JsonPropertyName("tekst")] string? Text);
