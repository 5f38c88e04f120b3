using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace RegelLoket.Cases;

/// <summary>The result of an experiment.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ExperimentResult>))]
public enum ExperimentResult
{
    [JsonStringEnumMemberName("werkt"), Display(Name = "Het werkte")]
    Worked,

    [JsonStringEnumMemberName("werkt-niet"), Display(Name = "Het werkte niet")]
    DidNotWork,

    [JsonStringEnumMemberName("gestopt"), Display(Name = "Gestopt")]
    Stopped,
}
