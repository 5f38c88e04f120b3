using System.Text.Json.Serialization;

namespace RegelLoket.Escalation;

/// <summary>The code that gives access to the question during a session.</summary>
public sealed record SessionResponse([property: JsonPropertyName("reactiecode")] string Code);
