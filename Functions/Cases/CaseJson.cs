using System.Text.Json;
using System.Text.Json.Serialization;

namespace RegelLoket.Cases;

/// <summary>
/// The JSON options for cases in storage. Changing them breaks existing streams: a stored line must keep its meaning
/// when it is read and written again.
/// </summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(CaseEvent))]
[JsonSerializable(typeof(PrivateCase))]
internal sealed partial class CaseJson : JsonSerializerContext;
