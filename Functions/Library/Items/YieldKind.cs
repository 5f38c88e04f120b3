using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace RegelLoket.Library.Items;

/// <summary>The results of a front-runner initiative that are compared.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<YieldKind>))]
public enum YieldKind
{
    [JsonStringEnumMemberName("uitstroom"), Display(Name = "Uitstroom")]
    Outflow,

    [JsonStringEnumMemberName("verzuim"), Display(Name = "Verzuim")]
    SickLeave,

    [JsonStringEnumMemberName("medewerkers"), Display(Name = "Medewerkers")]
    Staff,

    [JsonStringEnumMemberName("besparing"), Display(Name = "Besparing")]
    Saving,
}
