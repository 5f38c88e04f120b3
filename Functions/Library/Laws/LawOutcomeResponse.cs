using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Library.Laws;

/// <summary>How often an answer on a law had an outcome.</summary>
public sealed record LawOutcomeResponse(
    [property: JsonPropertyName("uitkomst")] OutcomeKind Outcome, [property: JsonPropertyName("aantal")] int Items);
