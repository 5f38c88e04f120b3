using System.Text.Json.Serialization;

namespace RegelLoket.Intake;

/// <summary>How the reporter can be reached, as it comes in.</summary>
public sealed record ReporterRequest
{
    [JsonPropertyName("naam")]
    public string? Name { get; init; }

    [JsonPropertyName("email")]
    public string? Email { get; init; }

    [JsonPropertyName("telefoon")]
    public string? Telephone { get; init; }
}
