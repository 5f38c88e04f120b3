using System.Text.Json.Serialization;

namespace RegelLoket.Web;

/// <summary>A wrong field of a request, with its error.</summary>
public sealed record FieldErrorResponse(
    [property: JsonPropertyName("veld")] string Field, [property: JsonPropertyName("fout")] string Error);
