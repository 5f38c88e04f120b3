using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Library.Laws;

/// <summary>The number of times that an answer on a law had an outcome.</summary>
public sealed record LawOutcomeResponse(
    [property: JsonPropertyName("uitkomst")] OutcomeKind Outcome, [property: JsonPropertyName("aantal")] int Items);
