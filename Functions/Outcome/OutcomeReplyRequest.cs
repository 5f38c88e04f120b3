using System.Text.Json.Serialization;

namespace RegelLoket.Outcome;

/// <summary>The desk's message to the reporter.</summary>
public sealed record OutcomeReplyRequest([property: JsonPropertyName("tekst")] string? Text);
