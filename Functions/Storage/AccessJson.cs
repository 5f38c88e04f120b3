using System.Text.Json;
using System.Text.Json.Serialization;

namespace RegelLoket.Storage;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(CaseAccess))]
internal sealed partial class AccessJson : JsonSerializerContext;
