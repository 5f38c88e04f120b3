using System.Text.Json.Serialization;

namespace RegelLoket.Experiments;

/// <summary>The reason to remove an experiment from the library.</summary>
public sealed record ExperimentWithdrawalRequest([property: JsonPropertyName("reden")] string? Reason);
