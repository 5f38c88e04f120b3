using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace RegelLoket.Cases;

/// <summary>What an experiment measures in an organisation.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MeasureKind>))]
public enum MeasureKind
{
    /// <summary>Who left in a year, in percent of all.</summary>
    [JsonStringEnumMemberName("uitstroom"), Display(Name = "Uitstroom per jaar (%)")]
    Outflow,

    /// <summary>Sick leave, in percent.</summary>
    [JsonStringEnumMemberName("verzuim"), Display(Name = "Verzuim (%)")]
    SickLeave,

    /// <summary>Hours of a contract in a week, as a mean.</summary>
    [JsonStringEnumMemberName("uren"), Display(Name = "Contracturen per week (gemiddeld)")]
    Hours,
}
