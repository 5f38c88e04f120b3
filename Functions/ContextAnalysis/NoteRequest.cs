using System.Text.Json.Serialization;

namespace RegelLoket.ContextAnalysis;

/// <summary>The body of a note for colleagues.</summary>
public sealed record NoteRequest([property: JsonPropertyName("tekst")] string? Text);
