using System.Text.Json.Serialization;

namespace RegelLoket.Privacy;

/// <summary>The handled requests, newest first.</summary>
public sealed record PersonRequestsResponse(
    [property: JsonPropertyName("verklaringen")] IReadOnlyList<HandledPersonRequest> Certificates);
