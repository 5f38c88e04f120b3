using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace RegelLoket.Cases;

/// <summary>The figures that an experiment measures in an organisation.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MeasureKind>))]
public enum MeasureKind
{
    /// <summary>Staff who left within a year, in percent of all staff.</summary>
    [JsonStringEnumMemberName("uitstroom"), Display(Name = "Uitstroom per jaar (%)")]
    Outflow,

    /// <summary>Sick leave, in percent.</summary>
    [JsonStringEnumMemberName("verzuim"), Display(Name = "Verzuim (%)")]
    SickLeave,

    /// <summary>The mean contract hours in a week.</summary>
    [JsonStringEnumMemberName("uren"), Display(Name = "Contracturen per week (gemiddeld)")]
    Hours,
}
