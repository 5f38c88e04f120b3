using System.Text.Json.Serialization;

namespace RegelLoket.Workbench;

/// <summary>A text or a fact of one part of a case.</summary>
public sealed record CaseLineTextResponse(
    [property: JsonPropertyName("label")] string Label, [property: JsonPropertyName("tekst")] string Text);
