using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace RegelLoket.Cases;

/// <summary>The outcomes of a case. "Het kan al" comes first: it is the main outcome, not a rejection.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OutcomeKind>))]
public enum OutcomeKind
{
    [JsonStringEnumMemberName("het-kan-al"), Display(Name = "Het kan al")]
    HetKanAl,

    [JsonStringEnumMemberName("eigen-regel-organisatie"), Display(Name = "Eigen regel van de organisatie")]
    EigenRegelOrganisatie,

    [JsonStringEnumMemberName("regel-vervallen"), Display(Name = "De regel is vervallen")]
    RegelVervallen,

    [JsonStringEnumMemberName("uitvoeringspraktijk"), Display(Name = "De uitvoering was strenger dan de regel")]
    Uitvoeringspraktijk,

    [JsonStringEnumMemberName("ontheffing-experiment"), Display(Name = "Ontheffing of experiment")]
    OntheffingExperiment,

    [JsonStringEnumMemberName("beleidsregel-aangepast"), Display(Name = "Beleidsregel aangepast")]
    BeleidsregelAangepast,

    [JsonStringEnumMemberName("regeling-AMvB-aangepast"), Display(Name = "Regeling of AMvB aangepast")]
    RegelingAmvbAangepast,

    [JsonStringEnumMemberName("wetswijziging"), Display(Name = "Wetswijziging")]
    Wetswijziging,

    [JsonStringEnumMemberName("bewust-zo"), Display(Name = "Bewust zo, met uitleg")]
    BewustZo,

    [JsonStringEnumMemberName("niet-bij-deze-drie"), Display(Name = "Niet bij deze drie ministeries")]
    NietBijDezeDrie,

    [JsonStringEnumMemberName("cao-veldnorm"), Display(Name = "Cao of veldnorm")]
    CaoVeldnorm,

    [JsonStringEnumMemberName("andere-aanpak-regio"), Display(Name = "Andere aanpak in de regio")]
    AndereAanpakRegio,

    [JsonStringEnumMemberName("geen-regelknelpunt"), Display(Name = "Geen regelknelpunt")]
    GeenRegelknelpunt,

    [JsonStringEnumMemberName("ingetrokken"), Display(Name = "Ingetrokken")]
    Ingetrokken,
}
