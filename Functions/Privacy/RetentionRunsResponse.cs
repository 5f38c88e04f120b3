using System.Text.Json.Serialization;

namespace RegelLoket.Privacy;

/// <summary>The rounds of retention, the newest first.</summary>
public sealed record RetentionRunsResponse([property: JsonPropertyName("verklaringen")] IReadOnlyList<Certificate> Certificates);
