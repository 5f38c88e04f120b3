using System.Text.Json.Serialization;

namespace RegelLoket.Storage;

/// <summary>
/// The input and output of a workflow's activity: handle the case, or its request to one ministry, from the event after
/// <paramref name="LastHandled"/>. It holds numbers and slugs only, since the orchestration's history stores it.
/// </summary>
/// <param name="Number">The case.</param>
/// <param name="Ministry">The slug of the ministry; null for the case's own workflow.</param>
/// <param name="LastHandled">The number of the newest event that was handled before; 0 at the start.</param>
/// <param name="MinimumVersion">The number of an event that the case as read must include; null to read it from
/// storage.</param>
public sealed record Advance(
    string Number, string? Ministry, [property: JsonPropertyName("Seen")] int LastHandled,
    [property: JsonPropertyName("Told")] int? MinimumVersion);
