using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace RegelLoket.Cases;

/// <summary>The four phases of action learning.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ExperimentPhase>))]
public enum ExperimentPhase
{
    [JsonStringEnumMemberName("verkennen"), Display(Name = "Verkennen")]
    Explore,

    [JsonStringEnumMemberName("plannen"), Display(Name = "Plannen")]
    Plan,

    [JsonStringEnumMemberName("uitvoeren"), Display(Name = "Uitvoeren en kijken")]
    Act,

    [JsonStringEnumMemberName("evalueren"), Display(Name = "Evalueren")]
    Evaluate,
}
