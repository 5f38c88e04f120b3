using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace RegelLoket.Library.Items;

/// <summary>The units of results, which are not converted into each other.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<YieldUnit>))]
public enum YieldUnit
{
    [JsonStringEnumMemberName("procent"), Display(Name = "procent")]
    Percent,

    /// <summary>A difference between two percentages.</summary>
    [JsonStringEnumMemberName("procentpunt"), Display(Name = "procentpunt")]
    PercentagePoint,

    [JsonStringEnumMemberName("medewerkers"), Display(Name = "medewerkers")]
    People,

    [JsonStringEnumMemberName("fte"), Display(Name = "fte")]
    FullTime,

    [JsonStringEnumMemberName("euro"), Display(Name = "euro")]
    Euro,

    [JsonStringEnumMemberName("uren"), Display(Name = "uren")]
    Hours,
}
