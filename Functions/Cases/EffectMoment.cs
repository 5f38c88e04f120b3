using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace RegelLoket.Cases;

/// <summary>The moments at which the reporter is asked whether the outcome is noticed.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EffectMoment>))]
public enum EffectMoment
{
    [JsonStringEnumMemberName("3-maanden"), Display(Name = "Na 3 maanden")]
    ThreeMonths,

    [JsonStringEnumMemberName("6-maanden"), Display(Name = "Na 6 maanden")]
    SixMonths,
}
