namespace LocalHost.Lokaal;

/// <summary>The app's movable clock.</summary>
/// <param name="Blob">Where its offset lies, as <c>container/blob</c>.</param>
/// <param name="Event">The event that makes an open orchestration look at the clock anew.</param>
/// <param name="Payload">The JSON of that event.</param>
internal sealed record DeskClockSettings(string Blob, string Event, string Payload);
