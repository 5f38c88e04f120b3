using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Workbench;

/// <summary>All events of a case, in order.</summary>
public sealed record CaseEventsResponse(
    [property: JsonPropertyName("zaaknummer")] CaseNumber Number,
    [property: JsonPropertyName("gebeurtenissen")] IEnumerable<CaseEventResponse> Events);
