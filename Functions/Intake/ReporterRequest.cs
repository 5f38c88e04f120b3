using System.Text.Json.Serialization;

namespace RegelLoket.Intake;

/// <summary>The reporter's contact data as received.</summary>
public sealed record ReporterRequest
{
    [JsonPropertyName("naam")]
    public string? Name { get; init; }

    [JsonPropertyName("email")]
    public string? Email { get; init; }

    [JsonPropertyName("telefoon")]
    public string? Telephone { get; init; }
}
