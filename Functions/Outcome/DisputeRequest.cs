using System.Text.Json.Serialization;

namespace RegelLoket.Outcome;

/// <summary>What the reporter says against the outcome.</summary>
public sealed record DisputeRequest([property: JsonPropertyName("toelichting")] string? Explanation);
