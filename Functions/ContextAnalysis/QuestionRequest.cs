using System.Text.Json.Serialization;

namespace RegelLoket.ContextAnalysis;

/// <summary>The body of a question to the reporter.</summary>
public sealed record QuestionRequest([property: JsonPropertyName("vraag")] string? Question);
