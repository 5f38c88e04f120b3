using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Library.Editing;

/// <summary>One item that is due for review.</summary>
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
