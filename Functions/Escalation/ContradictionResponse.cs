using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Escalation;

/// <summary>Answers that contradict each other.</summary>
public sealed record ContradictionResponse(
    [property: JsonPropertyName("ministeries")] IReadOnlyList<Ministry> Ministries, [property: JsonPropertyName("regel")]
        int? Rule, [property: JsonPropertyName("toelichting")] string? Explanation);
