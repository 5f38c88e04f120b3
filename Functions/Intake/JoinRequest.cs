using System.Text.Json.Serialization;

namespace RegelLoket.Intake;

/// <summary>
/// "Speelt bij ons ook", as it comes in: what it costs at one more organisation. Nothing in it has been checked; all of it is optional.
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
