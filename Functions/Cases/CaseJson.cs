using System.Text.Json;
using System.Text.Json.Serialization;

namespace RegelLoket.Cases;

/// <summary>
/// How cases are written to storage. Changing these options breaks the streams that exist: a line that is read and written again must
/// keep its bytes' meaning for ever.
/// </summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(CaseEvent))]
[JsonSerializable(typeof(PrivateCase))]
internal sealed partial class CaseJson : JsonSerializerContext;
