using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace RegelLoket.Workbench;

/// <summary>Whose cases a queue shows.</summary>
public enum QueueTab
{
    /// <summary>What waits for the colleague who looks, whoever handles it.</summary>
    [JsonStringEnumMemberName("aan-jou"), Display(Name = "Aan jou")]
    ForYou,

    [JsonStringEnumMemberName("mijn"), Display(Name = "Mijn zaken")]
    Mine,

    [JsonStringEnumMemberName("niet-toegewezen"), Display(Name = "Niet toegewezen")]
    Unassigned,

    [JsonStringEnumMemberName("alle"), Display(Name = "Alle zaken")]
    All,
}
