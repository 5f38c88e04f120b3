using System.Text.Json.Serialization;

namespace RegelLoket.Workflow;

/// <summary>
/// Where a workflow's part of the case is after it was brought forward. Numbers only: this is kept in the orchestration's history.
/// </summary>
/// <param name="LastHandled">The number of the newest event from which was planned what has to be done.</param>
/// <param name="WakeIn">After how long by the desk's clock to look again if nothing happens before; null for never.</param>
/// <param name="Ended">Whether nothing is left to do.</param>
public sealed record Progress([property: JsonPropertyName("Seen")] int LastHandled, TimeSpan? WakeIn, bool Ended);
