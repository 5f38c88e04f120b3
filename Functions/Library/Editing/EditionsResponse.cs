using System.Text.Json.Serialization;

namespace RegelLoket.Library.Editing;

/// <summary>The changes of an item, the newest first.</summary>
public sealed record EditionsResponse([property: JsonPropertyName("versies")] IEnumerable<EditionResponse> Editions);
