using System.Text.Json.Serialization;

namespace RegelLoket.Privacy;

/// <summary>Whether a run only looks.</summary>
public sealed record RetentionRunRequest([property: JsonPropertyName("proef")] bool? DryRun);
