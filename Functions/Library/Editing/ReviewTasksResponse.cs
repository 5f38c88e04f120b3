using System.Text.Json.Serialization;

namespace RegelLoket.Library.Editing;

/// <summary>The texts that have to be looked at.</summary>
public sealed record ReviewTasksResponse(
    [property: JsonPropertyName("nakijktaken")] IEnumerable<ReviewTaskResponse> Tasks);
