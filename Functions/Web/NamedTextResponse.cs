using System.Text.Json.Serialization;

namespace RegelLoket.Web;

/// <summary>One part of a text, with its label.</summary>
public sealed record NamedTextResponse(
    [property: JsonPropertyName("naam")] string Name, [property: JsonPropertyName("tekst")] string Text);
