using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace RegelLoket.Cases;

/// <summary>The six themes of the Actie Leer Netwerk.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Theme>))]
public enum Theme
{
    [JsonStringEnumMemberName("arbeidsinnovatie"), Display(Name = "Arbeidsinnovatie")]
    Arbeidsinnovatie,

    [JsonStringEnumMemberName("beperken-uitstroom"), Display(Name = "Beperken uitstroom")]
    BeperkenUitstroom,

    [JsonStringEnumMemberName("werken-naar-talent"), Display(Name = "Werken naar talent")]
    WerkenNaarTalent,

    [JsonStringEnumMemberName("meer-uren-werken"), Display(Name = "Meer uren werken")]
    MeerUrenWerken,

    [JsonStringEnumMemberName("gezond-werken"), Display(Name = "Gezond werken")]
    GezondWerken,

    [JsonStringEnumMemberName("leven-lang-ontwikkelen"), Display(Name = "Leven lang ontwikkelen")]
    LevenLangOntwikkelen,
}
