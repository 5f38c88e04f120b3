using System.Text.Json.Serialization;

namespace RegelLoket.ContextAnalysis.Catalogue;

/// <summary>One change of a rule: who, when, why, before and after.</summary>
public sealed record RuleChangeResponse(
    [property: JsonPropertyName("versie")] int Version,
    [property: JsonPropertyName("door")] string By,
    [property: JsonPropertyName("op")] DateTimeOffset At,
    [property: JsonPropertyName("reden")] string Reason,
    [property: JsonPropertyName("was")] Rule? Before,
    [property: JsonPropertyName("werd")] Rule After);
