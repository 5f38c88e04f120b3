using System.Text.Json;

namespace LocalHost.Startup;

/// <summary>The movable clock of an app.</summary>
/// <param name="Setting">The app setting that names the blob of its offset, as container and blob.</param>
/// <param name="Event">The event by which an open orchestration hears that the clock has moved.</param>
/// <param name="Payload">The JSON of that event.</param>
internal sealed record ClockSettings(string Setting, string Event, JsonElement Payload);
