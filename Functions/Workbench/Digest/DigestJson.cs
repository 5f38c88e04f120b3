using System.Text.Json;
using System.Text.Json.Serialization;

namespace RegelLoket.Workbench.Digest;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(DigestSetting))]
internal sealed partial class DigestJson : JsonSerializerContext;
