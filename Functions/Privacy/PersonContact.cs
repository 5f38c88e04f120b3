using System.Text.Json.Serialization;

namespace RegelLoket.Privacy;

/// <summary>The data by which the person can be identified and reached.</summary>
public sealed record PersonContact(
    [property: JsonPropertyName("naam")] string? Name, [property: JsonPropertyName("email")]
        string? Email, [property: JsonPropertyName("telefoon")] string? Telephone);
