using System.Text.Json.Serialization;

namespace RegelLoket.Outcome;

/// <summary>The reporter's objection to the outcome.</summary>
public sealed record DisputeRequest([property: JsonPropertyName("toelichting")] string? Explanation);
