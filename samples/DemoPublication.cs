using System.Text.Json.Serialization;

namespace RegelLoket.Demo;

/// <summary>What the public reads of a sample.</summary>
internal sealed record DemoPublication(
    [property: JsonPropertyName("titel")] string Title, [property: JsonPropertyName("probleem")] string Problem,
    [property: JsonPropertyName("antwoord")] string Answer)
{
    /// <summary>The front-runner initiative that it belongs to, by its id in the library.</summary>
    [JsonPropertyName("koploper")]
    public string? FrontRunner { get; init; }
}
