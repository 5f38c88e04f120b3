using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace RegelLoket.Cases;

/// <summary>The reasons why an outcome is not shared with the sector, as the end of the sentence "Niet delen, want …".</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NotSharedReason>))]
public enum NotSharedReason
{
    [JsonStringEnumMemberName("melder-wil-niet"), Display(Name = "De melder wil het niet")]
    ReporterRefuses,

    [JsonStringEnumMemberName("te-herkennen"), Display(Name = "Iemand is te herkennen, ook zonder naam")]
    Recognisable,

    [JsonStringEnumMemberName("staat-er-al"), Display(Name = "Het antwoord staat al in de bibliotheek")]
    AlreadyThere,

    [JsonStringEnumMemberName("alleen-hier"), Display(Name = "Anderen hebben er niets aan")]
    OnlyHere,

    [JsonStringEnumMemberName("nog-niet-zeker"), Display(Name = "Het antwoord is nog niet zeker genoeg")]
    NotCertain,

    [JsonStringEnumMemberName("anders"), Display(Name = "Iets anders")]
    Other,
}
