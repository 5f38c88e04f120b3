using System.Text.Json.Serialization;

namespace RegelLoket.Privacy;

/// <summary>By what the person can be known and reached.</summary>
public sealed record PersonContact(
    [property: JsonPropertyName("naam")] string? Name, [property: JsonPropertyName("email")]
        string? Email, [property: JsonPropertyName("telefoon")] string? Telephone);
