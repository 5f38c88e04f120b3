using System.Text.Json.Serialization;

namespace RegelLoket.Escalation;

public sealed record SessionResponse([property: JsonPropertyName("reactiecode")] string Code);
