using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Escalation;

/// <summary>Answers a ministry's question to the desk.</summary>
public sealed record MinistryAnswerRequest
{
    [JsonPropertyName("ministerie")]
    public required Ministry Ministry { get; init; }

    [JsonPropertyName("tekst")]
    public required string Text { get; init; }
}
