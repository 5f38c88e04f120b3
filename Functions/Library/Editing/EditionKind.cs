using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace RegelLoket.Library.Editing;

/// <summary>The kinds of edition.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EditionKind>))]
public enum EditionKind
{
    /// <summary>Written, and not online: a second reader has to look at it.</summary>
    [JsonStringEnumMemberName("voorgesteld"), Display(Name = "Voorgesteld")]
    Proposed,

    /// <summary>Sent back to its writer by the second reader.</summary>
    [JsonStringEnumMemberName("teruggestuurd"), Display(Name = "Teruggestuurd")]
    Returned,

    /// <summary>Put online by the second reader.</summary>
    [JsonStringEnumMemberName("online-gezet"), Display(Name = "Online gezet")]
    Published,

    /// <summary>Made and put online by one person, as could be done before there was a second reader.</summary>
    [JsonStringEnumMemberName("gemaakt"), Display(Name = "Gemaakt")]
    Created,

    /// <summary>Changed by one person, as could be done before there was a second reader.</summary>
    [JsonStringEnumMemberName("gewijzigd"), Display(Name = "Gewijzigd")]
    Changed,

    [JsonStringEnumMemberName("nagekeken"), Display(Name = "Nagekeken")]
    Reviewed,

    [JsonStringEnumMemberName("ingetrokken"), Display(Name = "Ingetrokken")]
    Withdrawn,
}
