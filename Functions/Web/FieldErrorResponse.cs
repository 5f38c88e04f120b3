using System.Text.Json.Serialization;

namespace RegelLoket.Web;

/// <summary>A field of a request that is wrong, and what is wrong with it.</summary>
public sealed record FieldErrorResponse(
    [property: JsonPropertyName("veld")] string Field, [property: JsonPropertyName("fout")] string Error);
