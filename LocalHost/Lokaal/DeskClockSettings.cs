namespace LocalHost.Lokaal;

/// <summary>The app's movable clock.</summary>
/// <param name="Blob">The blob with its offset, as <c>container/blob</c>.</param>
/// <param name="Event">The event on which an open orchestration reads the clock again.</param>
/// <param name="Payload">The JSON of that event.</param>
internal sealed record DeskClockSettings(string Blob, string Event, string Payload);
