using System.Text.Json.Serialization;

namespace RegelLoket.Demo;

/// <summary>One part of a split report.</summary>
internal sealed record DemoPart
{
    [JsonPropertyName("titel")]
    public required string Title { get; init; }

    [JsonPropertyName("omschrijving")]
    public required string Description { get; init; }

    [JsonPropertyName("belemmering")]
    public required string Obstacle { get; init; }

    /// <summary>Whether a colleague took it up; the first part goes as its line says.</summary>
    [JsonPropertyName("opgepakt")]
    public bool IsTakenUp { get; init; }

    /// <summary>What became of it; null while it is under way.</summary>
    [JsonPropertyName("analyse")]
    public DemoAnalysis? Analysis { get; init; }
}
