using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace RegelLoket.Library.Items;

/// <summary>The state of an experiment for the public, as a filter; each state has the same place in the list.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ExperimentState>))]
public enum ExperimentState
{
    [JsonStringEnumMemberName("lukte"), Display(Name = "Lukte")]
    Worked,

    /// <summary>It did not work, or was stopped.</summary>
    [JsonStringEnumMemberName("lukte-niet"), Display(Name = "Lukte niet")]
    DidNotWork,

    [JsonStringEnumMemberName("loopt"), Display(Name = "Loopt")]
    Running,
}
