using System.Text.Json.Serialization;

namespace RegelLoket.ContextAnalysis.Catalogue;

/// <summary>The known rules.</summary>
public sealed record RulesResponse([property: JsonPropertyName("regels")] IEnumerable<RuleLineResponse> Rules);
