using System.Text.Json.Serialization;

namespace RegelLoket.Library.Editing;

/// <summary>The proposals that wait for a second reader, the oldest first.</summary>
public sealed record ProposalsResponse([property: JsonPropertyName("voorstellen")] IEnumerable<ProposalResponse> Proposals);
