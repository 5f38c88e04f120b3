using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Library.Laws;

/// <summary>How often a ministry was asked about a law in a published case, and how often it answered.</summary>
public sealed record LawQuestionsResponse(
    [property: JsonPropertyName("ministerie")] Ministry Ministry, [property: JsonPropertyName("gesteld")] int Asked,
    [property: JsonPropertyName("beantwoord")] int Answered);
