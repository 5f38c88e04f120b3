using System.Text.Json.Serialization;

namespace RegelLoket.Workflow;

/// <summary>The progress of a workflow. It holds numbers only, since the orchestration's history stores it.</summary>
/// <param name="LastHandled">The number of the newest event that was handled.</param>
/// <param name="WakeIn">The time, by the desk's clock, after which to check again when no signal comes; null for
/// never.</param>
/// <param name="Ended">Whether nothing is left to do.</param>
public sealed record Progress([property: JsonPropertyName("Seen")] int LastHandled, TimeSpan? WakeIn, bool Ended);
