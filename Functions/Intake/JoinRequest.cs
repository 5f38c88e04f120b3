using System.Text.Json.Serialization;

namespace RegelLoket.Intake;

/// <summary>
/// "Speelt bij ons ook" as received: the impact at one more organisation. It is unchecked, and every field is optional.
/// </summary>
public sealed record JoinRequest
{
    [JsonPropertyName("mensen")]
    public int? People { get; init; }

    [JsonPropertyName("uren")]
    public string? Hours { get; init; }

    [JsonPropertyName("geld")]
    public string? Money { get; init; }

    [JsonPropertyName("gevolgen")]
    public string? Consequences { get; init; }

    [JsonPropertyName("branche")]
    public string? Branche { get; init; }

    [JsonPropertyName("regio")]
    public string? Region { get; init; }

    [JsonPropertyName("organisatie")]
    public string? Organisation { get; init; }
}
