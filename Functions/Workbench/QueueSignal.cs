using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace RegelLoket.Workbench;

/// <summary>
/// The signals for a coordinator: each is a filter of the queue, and its number is the length of that queue.
/// </summary>
public enum QueueSignal
{
    [JsonStringEnumMemberName("te-laat"), Display(Name = "Te laat")]
    Late,

    [JsonStringEnumMemberName("deze-week"), Display(Name = "Termijn deze week")]
    DueThisWeek,

    [JsonStringEnumMemberName("ministerie-zwijgt"), Display(Name = "Ministerie zwijgt")]
    SilentMinistry,

    [JsonStringEnumMemberName("mail-niet-aangekomen"), Display(Name = "Mail mislukt")]
    LostMail,

    [JsonStringEnumMemberName("te-beoordelen"), Display(Name = "Te beoordelen")]
    ToApprove,

    /// <summary>Cases with an outcome that is not shared yet, and of which nobody decided that it will not be.</summary>
    [JsonStringEnumMemberName("te-delen"), Display(Name = "Te delen")]
    ToShare,

    [JsonStringEnumMemberName("experiment-stil"), Display(Name = "Experiment stil")]
    SilentExperiment,

    /// <summary>Cases without a handler or with an unknown one: a typed name, or a colleague who left.</summary>
    [JsonStringEnumMemberName("niemand"), Display(Name = "Niemand")]
    Nobody,
}
