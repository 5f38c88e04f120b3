using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace RegelLoket.Cases;

/// <summary>The kind of a mail that came in: a possible answer, or the reason why it needs manual attention.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<InboundKind>))]
public enum InboundKind
{
    /// <summary>A new reply from the ministry while its question is open.</summary>
    [JsonStringEnumMemberName("reactie"), Display(Name = "Reactie per mail")]
    Reply,

    [JsonStringEnumMemberName("alleen-bijlage"), Display(Name = "Mail met alleen een bijlage")]
    AttachmentOnly,

    [JsonStringEnumMemberName("zonder-tekst"), Display(Name = "Mail zonder tekst")]
    NoWords,

    [JsonStringEnumMemberName("te-lang"), Display(Name = "Heel lange mail")]
    TooLong,

    /// <summary>A mail that came after the question was answered or the case had gone on without it.</summary>
    [JsonStringEnumMemberName("na-afloop"), Display(Name = "Mail nadat de vraag was afgerond")]
    AfterTheEnd,

    /// <summary>A mail from an address that is not the ministry's.</summary>
    [JsonStringEnumMemberName("andere-afzender"), Display(Name = "Mail van een onbekende afzender")]
    OtherSender,

    /// <summary>A receipt, a bounce or an automatic reply; it needs no attention.</summary>
    [JsonStringEnumMemberName("automatisch"), Display(Name = "Automatisch bericht")]
    Automatic,
}
