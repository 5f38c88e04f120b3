using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace RegelLoket.Workbench;

/// <summary>The sort order of a queue.</summary>
public enum QueueOrder
{
    [JsonStringEnumMemberName("termijn"), Display(Name = "Kortste termijn eerst")]
    Deadline,

    [JsonStringEnumMemberName("nieuwste"), Display(Name = "Nieuwste eerst")]
    Newest,

    [JsonStringEnumMemberName("oudste"), Display(Name = "Oudste eerst")]
    Oldest,

    [JsonStringEnumMemberName("gewijzigd"), Display(Name = "Laatst gewijzigd")]
    Changed,
}
