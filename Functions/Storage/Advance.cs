using System.Text.Json.Serialization;

namespace RegelLoket.Storage;

/// <summary>
/// What a workflow is asked and asks in its turn: bring the case, or its request to one ministry, forward from the event after
/// <paramref name="LastHandled"/>. Numbers and slugs only: this is kept in the orchestration's history.
/// </summary>
/// <param name="Number">The case.</param>
/// <param name="Ministry">The slug of the ministry; null for the case's own workflow.</param>
/// <param name="LastHandled">The number of the newest event that was handled before; 0 at the start.</param>
/// <param name="MinimumVersion">The number of an event that must be in the case as it is read; null when it is read from storage.</param>
public sealed record Advance(
    string Number, string? Ministry, [property: JsonPropertyName("Seen")] int LastHandled,
    [property: JsonPropertyName("Told")] int? MinimumVersion);
