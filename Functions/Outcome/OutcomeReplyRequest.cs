using System.Text.Json.Serialization;

namespace RegelLoket.Outcome;

/// <summary>What the desk says to the reporter.</summary>
public sealed record OutcomeReplyRequest([property: JsonPropertyName("tekst")] string? Text);
