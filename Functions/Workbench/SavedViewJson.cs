using System.Text.Json;
using System.Text.Json.Serialization;

namespace RegelLoket.Workbench;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(IReadOnlyList<SavedView>))]
internal sealed partial class SavedViewJson : JsonSerializerContext;
