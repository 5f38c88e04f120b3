using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace RegelLoket.Privacy;

/// <summary>The kind of a person's request.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PersonRequestKind>))]
public enum PersonRequestKind
{
    [JsonStringEnumMemberName("inzage"), Display(Name = "Inzage: alles wat we van deze persoon hebben")]
    Export,

    [JsonStringEnumMemberName("melderWissen"), Display(Name = "Wissen wie het is: naam, e-mailadres en telefoon")]
    EraseReporter,

    [JsonStringEnumMemberName("allesWissen"), Display(Name = "Alles wissen: ook de teksten")]
    EraseAll,
}
