using System.Text.Json.Serialization;

namespace RegelLoket.Demo;

/// <summary>How the report of a sample was split: a file in <c>samples/gesplitst</c>.</summary>
internal sealed record DemoSplit
{
    [JsonPropertyName("reden")]
    public required string Reason { get; init; }

    /// <summary>The parts in order; the case of the report goes on as the first.</summary>
    [JsonPropertyName("delen")]
    public required IReadOnlyList<DemoPart> Parts { get; init; }
}
