using System.Text.Json.Serialization;

namespace RegelLoket.Experiments;

/// <summary>The version that a second analyst reviewed and publishes.</summary>
public sealed record ExperimentShareRequest([property: JsonPropertyName("versie")] int? Version);
