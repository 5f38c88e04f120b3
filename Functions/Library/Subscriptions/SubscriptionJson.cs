using System.Text.Json;
using System.Text.Json.Serialization;

namespace RegelLoket.Library.Subscriptions;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Subscription))]
[JsonSerializable(typeof(SubscriberKey))]
internal sealed partial class SubscriptionJson : JsonSerializerContext;
