using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace RegelLoket.Cases;

/// <summary>The reason of a delay, as the sentence that the reporter reads.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DelayReason>))]
public enum DelayReason
{
    [JsonStringEnumMemberName("niet-begonnen"), Display(Name = "Er is nog geen analist aan je melding begonnen.")]
    NotTakenUp,

    [JsonStringEnumMemberName("uitzoeken"), Display(Name = "We zoeken nog uit waar de regel vandaan komt.")]
    LookingInto,

    [JsonStringEnumMemberName("probleem-opschrijven")]
    [Display(Name = "We weten om welke regel het gaat. We schrijven het probleem nog op.")]
    StatingTheProblem,

    [JsonStringEnumMemberName("besluiten"), Display(Name = "Het probleem is helder. We bekijken nog hoe we het oplossen.")]
    Deciding,

    [JsonStringEnumMemberName("bij-ministerie"), Display(Name = "We wachten nog op het antwoord van een ministerie.")]
    AtMinistry,

    [JsonStringEnumMemberName("ministerie-te-laat"), Display(Name = "Een ministerie had al moeten antwoorden. Dat is nog niet gebeurd.")]
    MinistryLate,

    [JsonStringEnumMemberName("ministerie-reageerde"), Display(Name = "Een ministerie heeft gereageerd. Daar gaan we eerst mee verder.")]
    MinistryReacted,

    [JsonStringEnumMemberName("antwoord-schrijven"), Display(Name = "We weten hoe het zit, en schrijven nog aan je antwoord.")]
    WritingAnswer,

    [JsonStringEnumMemberName("reactie-bekijken"), Display(Name = "We bekijken je reactie nog.")]
    LookingAgain,
}
