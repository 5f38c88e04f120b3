using System.Text.Json;
using System.Text.Json.Serialization;

namespace RegelLoket.ContextAnalysis.Catalogue;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(CatalogueChange))]
[JsonSerializable(typeof(Rule))]
internal sealed partial class CatalogueJson : JsonSerializerContext;
