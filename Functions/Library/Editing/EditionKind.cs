using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace RegelLoket.Library.Editing;

/// <summary>The kinds of edition.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EditionKind>))]
public enum EditionKind
{
    [JsonStringEnumMemberName("gemaakt"), Display(Name = "Gemaakt")]
    Created,

    [JsonStringEnumMemberName("gewijzigd"), Display(Name = "Gewijzigd")]
    Changed,

    [JsonStringEnumMemberName("nagekeken"), Display(Name = "Nagekeken")]
    Reviewed,

    [JsonStringEnumMemberName("ingetrokken"), Display(Name = "Ingetrokken")]
    Withdrawn,
}
