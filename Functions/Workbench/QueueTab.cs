using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace RegelLoket.Workbench;

/// <summary>The tabs of the queue, by the cases in them.</summary>
public enum QueueTab
{
    /// <summary>The cases in which the viewing colleague has the move, whoever the handler is.</summary>
    [JsonStringEnumMemberName("aan-jou"), Display(Name = "Aan jou")]
    ForYou,

    [JsonStringEnumMemberName("mijn"), Display(Name = "Mijn zaken")]
    Mine,

    [JsonStringEnumMemberName("niet-toegewezen"), Display(Name = "Niet toegewezen")]
    Unassigned,

    [JsonStringEnumMemberName("alle"), Display(Name = "Alle zaken")]
    All,
}
