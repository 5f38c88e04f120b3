using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Workbench;

/// <summary>The context analysis.</summary>
public sealed record CaseContextResponse(
    [property: JsonPropertyName("bron")] RuleSource Source,
    [property: JsonPropertyName("regels")] IReadOnlyList<CaseRuleResponse> Rules,
    [property: JsonPropertyName("ministeries")] IReadOnlyList<Ministry> Ministries,
    [property: JsonPropertyName("uitvoerder")] string? ExecutiveBody,
    [property: JsonPropertyName("uitvoerders")] IReadOnlyList<string> ExecutiveBodies,
    [property: JsonPropertyName("verwachteUitkomst")] OutcomeKind? Expected,
    [property: JsonPropertyName("toelichting")] string? Explanation,
    [property: JsonPropertyName("door")] string By,
    [property: JsonPropertyName("op")] DateTimeOffset At);
