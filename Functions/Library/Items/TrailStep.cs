using System.Text.Json.Serialization;

namespace RegelLoket.Library.Items;

/// <summary>One step of a case as shown to the public.</summary>
/// <param name="Step">The name of the step.</param>
/// <param name="On">The day on which it happened.</param>
/// <param name="By">The party: the sector, the desk or a ministry.</param>
/// <param name="What">The event in a sentence.</param>
public sealed record TrailStep(
    [property: JsonPropertyName("stap")] string Step, [property: JsonPropertyName("op")] DateOnly On,
    [property: JsonPropertyName("door")] string By, [property: JsonPropertyName("wat")] string What);
