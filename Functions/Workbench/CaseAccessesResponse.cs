using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Workbench;

/// <summary>The views of a case.</summary>
public sealed record CaseAccessesResponse(
    [property: JsonPropertyName("zaaknummer")] CaseNumber Number,
    [property: JsonPropertyName("inzagen")] IEnumerable<CaseAccessResponse> Accesses);
