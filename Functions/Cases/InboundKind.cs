using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace RegelLoket.Cases;

/// <summary>What a mail that came in is to the desk: whether it may be an answer, and if not, why a person must look at it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<InboundKind>))]
public enum InboundKind
{
    /// <summary>New words by somebody of the ministry, while its question is open.</summary>
    [JsonStringEnumMemberName("reactie"), Display(Name = "Reactie per mail")]
    Reply,

    [JsonStringEnumMemberName("alleen-bijlage"), Display(Name = "Mail met alleen een bijlage")]
    AttachmentOnly,

    [JsonStringEnumMemberName("zonder-tekst"), Display(Name = "Mail zonder tekst")]
    NoWords,

    [JsonStringEnumMemberName("te-lang"), Display(Name = "Heel lange mail")]
    TooLong,

    /// <summary>The question had been answered or the case had gone on without it.</summary>
    [JsonStringEnumMemberName("na-afloop"), Display(Name = "Mail nadat de vraag was afgerond")]
    AfterTheEnd,

    /// <summary>The sender's address is not one of the ministry.</summary>
    [JsonStringEnumMemberName("andere-afzender"), Display(Name = "Mail van een onbekende afzender")]
    OtherSender,

    /// <summary>No person wrote it: a receipt, a bounce or an automatic reply. It waits for nobody.</summary>
    [JsonStringEnumMemberName("automatisch"), Display(Name = "Automatisch bericht")]
    Automatic,
}
