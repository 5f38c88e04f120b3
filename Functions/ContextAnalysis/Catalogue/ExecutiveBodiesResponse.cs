using System.Text.Json.Serialization;

namespace RegelLoket.ContextAnalysis.Catalogue;

/// <summary>The executive bodies of rules.</summary>
public sealed record ExecutiveBodiesResponse([property: JsonPropertyName("uitvoerders")] IReadOnlyList<ExecutiveBody> Bodies);
