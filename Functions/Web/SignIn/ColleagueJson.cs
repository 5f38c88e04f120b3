using System.Text.Json.Serialization;

namespace RegelLoket.Web.SignIn;

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Colleague))]
internal sealed partial class ColleagueJson : JsonSerializerContext;
