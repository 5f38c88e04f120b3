using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace RegelLoket.Escalation;

/// <summary>The reactions of a ministry to a question.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReactionKind>))]
public enum ReactionKind
{
    [JsonStringEnumMemberName("ontvangst"), Display(Name = "Ontvangen")]
    Acknowledge,

    [JsonStringEnumMemberName("antwoord"), Display(Name = "Antwoord")]
    Answer,

    [JsonStringEnumMemberName("wedervraag"), Display(Name = "Vraag terug")]
    AskBack,

    [JsonStringEnumMemberName("meerTijd"), Display(Name = "Meer tijd nodig")]
    MoreTime,

    [JsonStringEnumMemberName("nietBijOns"), Display(Name = "Hoort niet bij ons")]
    NotOurs,

    [JsonStringEnumMemberName("doorzetten"), Display(Name = "Doorgezet")]
    PassOn,
}
