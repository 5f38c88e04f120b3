using System.Text.Json.Serialization;

namespace RegelLoket.Intake;

/// <summary>A report that a colleague enters.</summary>
public sealed record OnBehalfRequest
{
    /// <summary><c>telefoon</c> or <c>bezoek</c>.</summary>
    [JsonPropertyName("kanaal")]
    public string? Channel { get; init; }

    [JsonPropertyName("melding")]
    public ReportRequest? Report { get; init; }
}
