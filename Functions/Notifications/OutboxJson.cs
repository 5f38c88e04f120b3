using System.Text.Json;
using System.Text.Json.Serialization;

namespace RegelLoket.Notifications;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(OutboxEntry))]
[JsonSerializable(typeof(OutboxMessage))]
[JsonSerializable(typeof(SendingPause))]
internal sealed partial class OutboxJson : JsonSerializerContext;
