using System.Text.Json.Serialization;

namespace RegelLoket.Outcome;

/// <summary>One part of the letter under a heading of its own.</summary>
public sealed record LetterPart(
    [property: JsonPropertyName("kop")] string Heading, [property: JsonPropertyName("tekst")] string Text);
