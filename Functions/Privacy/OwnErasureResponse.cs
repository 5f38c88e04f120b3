using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Privacy;

/// <summary>The response to a person who erased their own data.</summary>
public sealed record OwnErasureResponse(
    [property: JsonPropertyName("zaaknummer")] CaseNumber Number, [property: JsonPropertyName("gewist")] bool IsErased);
