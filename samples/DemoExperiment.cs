using System.Text.Json.Serialization;
using RegelLoket.Experiments;

namespace RegelLoket.Demo;

/// <summary>An experiment of a sample, as far as it went.</summary>
internal sealed record DemoExperiment(
    [property: JsonPropertyName("experiment")] ExperimentRequest Start,
    [property: JsonPropertyName("stappen")] IReadOnlyList<ExperimentNoteRequest> Notes,
    [property: JsonPropertyName("metingen")] IReadOnlyList<ExperimentMeasureRequest> Measures,
    [property: JsonPropertyName("afsluiting")] ExperimentEndRequest? End,
    [property: JsonPropertyName("tekst")] ExperimentTextRequest? Text);
