using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Library.Laws;

/// <summary>The number of times that a ministry was asked about a law in a published case, and of its answers.</summary>
public sealed record LawQuestionsResponse(
    [property: JsonPropertyName("ministerie")] Ministry Ministry, [property: JsonPropertyName("gesteld")] int Asked,
    [property: JsonPropertyName("beantwoord")] int Answered);
