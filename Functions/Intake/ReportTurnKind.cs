using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace RegelLoket.Intake;

/// <summary>The kind of a turn of the dialogue, as the reporter sees it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReportTurnKind>))]
public enum ReportTurnKind
{
    [JsonStringEnumMemberName("bericht"), Display(Name = "Bericht")]
    Message,

    [JsonStringEnumMemberName("vraag"), Display(Name = "Vraag")]
    Question,

    [JsonStringEnumMemberName("bezwaar-uitkomst"), Display(Name = "Bezwaar tegen de uitkomst")]
    ObjectionToOutcome,

    [JsonStringEnumMemberName("bezwaar-tekst"), Display(Name = "Bezwaar tegen de tekst voor iedereen")]
    ObjectionToText,

    [JsonStringEnumMemberName("effect"), Display(Name = "Wat je ervan merkt")]
    Effect,

    [JsonStringEnumMemberName("besluit"), Display(Name = "Antwoord op je bezwaar")]
    Decision,

    [JsonStringEnumMemberName("gesloten"), Display(Name = "Waarom we je melding sloten")]
    Closed,
}
