using System.Text.Json.Serialization;

namespace RegelLoket.Experiments.Participation;

/// <summary>The contact that gets a link to write in an experiment.</summary>
public sealed record InvitationRequest
{
    [JsonPropertyName("naam")]
    public string? Name { get; init; }

    [JsonPropertyName("email")]
    public string? Email { get; init; }
}
