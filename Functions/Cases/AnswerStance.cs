using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace RegelLoket.Cases;

/// <summary>The gist of a ministry's answer.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AnswerStance>))]
public enum AnswerStance
{
    [JsonStringEnumMemberName("kan-al"), Display(Name = "Het kan al binnen de regels")]
    AlreadyPossible,

    [JsonStringEnumMemberName("ontheffing"), Display(Name = "Het kan met een ontheffing of experiment")]
    Exemption,

    [JsonStringEnumMemberName("aanpassen"), Display(Name = "We passen de regel of de uitvoering aan")]
    WillChange,

    [JsonStringEnumMemberName("bewust-zo"), Display(Name = "De regel blijft zoals hij is")]
    StaysAsIs,

    [JsonStringEnumMemberName("anders"), Display(Name = "Anders, zie de toelichting")]
    Other,
}
