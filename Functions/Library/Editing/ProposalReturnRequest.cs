using System.Text.Json.Serialization;

namespace RegelLoket.Library.Editing;

/// <summary>Sends a proposal for the library back to its writer, in the version that was read.</summary>
public sealed record ProposalReturnRequest
{
    [JsonPropertyName("versie")]
    public int? Version { get; init; }

    [JsonPropertyName("reden")]
    public string? Reason { get; init; }
}
