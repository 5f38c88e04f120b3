using System.Text.Json;

namespace LocalHost.Startup;

/// <summary>The movable clock of an app.</summary>
/// <param name="Setting">The app setting with the blob of its offset, as container and blob.</param>
/// <param name="Event">The event on which an open orchestration reads the clock again.</param>
/// <param name="Payload">The JSON of that event.</param>
internal sealed record ClockSettings(string Setting, string Event, JsonElement Payload);
