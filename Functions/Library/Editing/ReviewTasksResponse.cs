using System.Text.Json.Serialization;

namespace RegelLoket.Library.Editing;

/// <summary>The items that are due for review.</summary>
public sealed record ReviewTasksResponse([property: JsonPropertyName("nakijktaken")] IEnumerable<ReviewTaskResponse> Tasks);
