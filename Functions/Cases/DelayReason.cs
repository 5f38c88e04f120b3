using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace RegelLoket.Cases;

/// <summary>Why the reporter hears later, in the sentence that they read.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DelayReason>))]
public enum DelayReason
{
    [JsonStringEnumMemberName("niet-begonnen"), Display(Name = "Er is nog geen analist aan je melding begonnen.")]
    NotTakenUp,

    [JsonStringEnumMemberName("uitzoeken"), Display(Name = "We zoeken nog uit waar de regel vandaan komt.")]
    LookingInto,

    [JsonStringEnumMemberName("bij-ministerie"), Display(Name = "We wachten nog op het antwoord van een ministerie.")]
    AtMinistry,

    [JsonStringEnumMemberName("antwoord-schrijven"), Display(Name = "We weten hoe het zit, en schrijven nog aan je antwoord.")]
    WritingAnswer,

    [JsonStringEnumMemberName("reactie-bekijken"), Display(Name = "We bekijken je reactie nog.")]
    LookingAgain,
}
