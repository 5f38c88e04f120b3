using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace RegelLoket.Attachments;

/// <summary>The reasons why a file is not taken; the label says what its sender can do.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FileFault>))]
public enum FileFault
{
    [JsonStringEnumMemberName("te-groot")]
    [Display(Name = "Een bestand mag hoogstens 10 MB zijn. Maak het kleiner, of stuur een deel.")]
    TooLarge,

    [JsonStringEnumMemberName("leeg")]
    [Display(Name = "Er staat niets in dit bestand. Kies het opnieuw.")]
    Empty,

    [JsonStringEnumMemberName("andere-soort")]
    [Display(Name = "We nemen pdf, jpg en png aan. Sla het op als pdf, of maak er een foto van.")]
    OtherType,

    [JsonStringEnumMemberName("alleen-pdf")]
    [Display(Name = "We nemen een brief aan als pdf.")]
    NoPdf,

    [JsonStringEnumMemberName("onleesbaar")]
    [Display(Name = "We kunnen dit bestand niet lezen. Sla het opnieuw op en probeer het nog een keer.")]
    Unreadable,

    [JsonStringEnumMemberName("te-veel-onderdelen")]
    [Display(Name = "Deze pdf bestaat uit te veel onderdelen om na te kijken. Stuur een deel, of druk hem af naar een nieuwe pdf.")]
    TooMuch,

    [JsonStringEnumMemberName("versleuteld")]
    [Display(Name = "Deze pdf is beveiligd. Stuur een pdf zonder wachtwoord of beveiliging.")]
    Encrypted,

    [JsonStringEnumMemberName("actief")]
    [Display(Name = "Deze pdf kan iets uitvoeren of afspelen. Druk hem af naar een nieuwe pdf en stuur die.")]
    Active,

    [JsonStringEnumMemberName("formulier")]
    [Display(Name = "Deze pdf is een formulier. Druk hem af naar een nieuwe pdf en stuur die.")]
    Form,

    [JsonStringEnumMemberName("bestand-erin")]
    [Display(Name = "In deze pdf zit een ander bestand. Druk hem af naar een nieuwe pdf en stuur die.")]
    Embedded,

    [JsonStringEnumMemberName("virus")]
    [Display(Name = "In dit bestand zit volgens onze scanner een virus. Stuur het niet, en laat je computer nakijken.")]
    Infected,

    [JsonStringEnumMemberName("niet-gescand")]
    [Display(Name = "We kunnen bestanden nu niet op virussen nakijken. Probeer het later nog een keer.")]
    NotScanned,

    [JsonStringEnumMemberName("te-veel")]
    [Display(Name = "Vandaag kwamen er al te veel bestanden van dit netwerk. Morgen kan het weer.")]
    TooMany,
}
