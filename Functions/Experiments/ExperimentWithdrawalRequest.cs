using System.Text.Json.Serialization;

namespace RegelLoket.Experiments;

/// <summary>Why an experiment must leave the library.</summary>
public sealed record ExperimentWithdrawalRequest([property: JsonPropertyName("reden")] string? Reason);
