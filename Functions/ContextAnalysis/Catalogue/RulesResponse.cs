using System.Text.Json.Serialization;

namespace RegelLoket.ContextAnalysis.Catalogue;

/// <summary>The rules that the desk knows.</summary>
public sealed record RulesResponse([property: JsonPropertyName("regels")] IEnumerable<RuleLineResponse> Rules);
