using System.Text.Json.Serialization;

namespace RegelLoket.Library.Editing;

/// <summary>Puts a proposal for the library online, in the version that was read.</summary>
public sealed record ProposalApprovalRequest
{
    [JsonPropertyName("versie")]
    public int? Version { get; init; }
}
