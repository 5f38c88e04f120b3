using System.Text.Json.Serialization;

namespace RegelLoket.ProblemStatement;

/// <summary>The body of a return of the problem statement to its author.</summary>
public sealed record ReturnRequest(
    [property: JsonPropertyName("versie")] int? Version, [property: JsonPropertyName("reden")] string? Reason);
