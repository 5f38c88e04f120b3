using System.Text.Json.Serialization;

namespace RegelLoket.Intake;

/// <summary>A report as entered by a colleague.</summary>
public sealed record OnBehalfRequest
{
    /// <summary><c>telefoon</c> or <c>bezoek</c>.</summary>
    [JsonPropertyName("kanaal")]
    public string? Channel { get; init; }

    [JsonPropertyName("melding")]
    public ReportRequest? Report { get; init; }
}
