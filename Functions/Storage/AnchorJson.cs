using System.Text.Json;
using System.Text.Json.Serialization;

namespace RegelLoket.Storage;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Anchor))]
internal sealed partial class AnchorJson : JsonSerializerContext;
