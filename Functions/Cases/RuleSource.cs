using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace RegelLoket.Cases;

/// <summary>The source of a rule, from the hardest to change to the easiest.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RuleSource>))]
public enum RuleSource
{
    [JsonStringEnumMemberName("wet"), Display(Name = "Wet")]
    Wet,

    [JsonStringEnumMemberName("amvb"), Display(Name = "AMvB of besluit")]
    Amvb,

    [JsonStringEnumMemberName("ministeriele-regeling"), Display(Name = "Ministeriële regeling")]
    MinisterieleRegeling,

    [JsonStringEnumMemberName("beleidsregel"), Display(Name = "Beleidsregel of circulaire")]
    Beleidsregel,

    [JsonStringEnumMemberName("uitvoeringspraktijk"), Display(Name = "Uitvoeringspraktijk")]
    Uitvoeringspraktijk,

    [JsonStringEnumMemberName("cao"), Display(Name = "Cao")]
    Cao,

    [JsonStringEnumMemberName("veldnorm"), Display(Name = "Kwaliteitsstandaard of veldnorm")]
    Veldnorm,

    [JsonStringEnumMemberName("contract"), Display(Name = "Contract")]
    Contract,

    [JsonStringEnumMemberName("schoolregel"), Display(Name = "OER of schoolregel")]
    Schoolregel,

    [JsonStringEnumMemberName("eigen-beleid"), Display(Name = "Eigen beleid")]
    EigenBeleid,

    [JsonStringEnumMemberName("misverstand"), Display(Name = "Misverstand")]
    Misverstand,
}
