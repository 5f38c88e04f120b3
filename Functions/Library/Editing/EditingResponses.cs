using System.Text.Json.Serialization;
using RegelLoket.Cases;
using RegelLoket.Library.Items;

namespace RegelLoket.Library.Editing;

/// <summary>What has to be looked at.</summary>
public sealed record ReviewTasksResponse([property: JsonPropertyName("nakijktaken")] IEnumerable<ReviewTaskResponse> Tasks);

/// <summary>One item that has to be looked at.</summary>
public sealed record ReviewTaskResponse(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("titel")] string Title,
    [property: JsonPropertyName("soort")] string Kind,
    [property: JsonPropertyName("nakijkenVoor")] DateOnly ReviewBefore,
    [property: JsonPropertyName("verouderd")] bool IsOverdue)
{
    public static ReviewTaskResponse Of(ReviewTask task) =>
        new(task.Item.Id, task.Item.Title, task.Item.Kind.Slug(), task.Item.ReviewBefore, task.IsOverdue);
}

/// <summary>The changes of an item, the newest first.</summary>
public sealed record EditionsResponse([property: JsonPropertyName("versies")] IEnumerable<EditionResponse> Editions);

/// <summary>One change, with what the item said before and after.</summary>
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
        edition.Id, edition.Version, edition.What, edition.By.Name, edition.At, edition.Reason, edition.Before, edition.After);
}

/// <summary>An item was saved, as this version.</summary>
public sealed record SavedItemResponse(
    [property: JsonPropertyName("id")] string Id, [property: JsonPropertyName("versie")] int Version);
