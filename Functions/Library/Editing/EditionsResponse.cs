using System.Text.Json.Serialization;

namespace RegelLoket.Library.Editing;

/// <summary>The edits of an item, newest first.</summary>
public sealed record EditionsResponse([property: JsonPropertyName("versies")] IEnumerable<EditionResponse> Editions);
