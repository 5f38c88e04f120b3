using System.Text.Json.Serialization;

namespace RegelLoket.Privacy;

/// <summary>The request to start a run, possibly a dry run.</summary>
public sealed record RetentionRunRequest([property: JsonPropertyName("proef")] bool? DryRun);
