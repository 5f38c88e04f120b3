using System.Text.Json.Serialization;

namespace RegelLoket.Web;

/// <summary>One part of it, by what it is called.</summary>
public sealed record NamedTextResponse(
    [property: JsonPropertyName("naam")] string Name, [property: JsonPropertyName("tekst")] string Text);
