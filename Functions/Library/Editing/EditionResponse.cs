using System.Text.Json.Serialization;
using RegelLoket.Library.Items;

namespace RegelLoket.Library.Editing;

/// <summary>One edit, with the item's text before and after.</summary>
public sealed record EditionResponse(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("versie")] int Version,
    [property: JsonPropertyName("wat")] EditionKind What,
    [property: JsonPropertyName("door")] string By,
    [property: JsonPropertyName("op")] DateTimeOffset At,
    [property: JsonPropertyName("reden")] string? Reason,
    [property: JsonPropertyName("voorheen")] LibraryItem? Before,
    [property: JsonPropertyName("nu")] LibraryItem? After)
{
    public static EditionResponse Of(Edition edition) => new(
        edition.Id, edition.Version, edition.What, edition.By.Name, edition.At, edition.Reason, edition.Before,
        edition.After);
}
