using System.Text.Json;
using System.Text.Json.Serialization;

namespace RegelLoket.Notifications;

[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(SendGridEvent))]
internal sealed partial class SendGridJson : JsonSerializerContext;
