using System.Text.Json.Serialization;

namespace RegelLoket.Privacy;

/// <summary>The runs of retention, newest first.</summary>
public sealed record RetentionRunsResponse(
    [property: JsonPropertyName("verklaringen")] IReadOnlyList<Certificate> Certificates);
