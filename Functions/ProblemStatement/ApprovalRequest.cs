using System.Text.Json.Serialization;

namespace RegelLoket.ProblemStatement;

/// <summary>The body of an approval: what is approved, and the version that the second analyst read.</summary>
public sealed record ApprovalRequest(
    [property: JsonPropertyName("onderdeel")] string? Part, [property: JsonPropertyName("versie")] int? Version);
