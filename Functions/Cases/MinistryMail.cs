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

/// <summary>A mail that came to the address of a question.</summary>
/// <param name="Event">The number of its event.</param>
/// <param name="At">When it came.</param>
/// <param name="Kind">What it is to the desk.</param>
/// <param name="IsProven">Whether it was proved to come from the ministry's own domain.</param>
/// <param name="Hash">The hash under which the mail is kept as it came.</param>
public sealed record MinistryMail(int Event, DateTimeOffset At, InboundKind Kind, bool IsProven, string Hash)
{
    /// <summary>Whether a colleague decided on it or did what it asks for.</summary>
    public bool IsHandled { get; init; }

    public bool Waits => !IsHandled && Kind != InboundKind.Automatic;

    /// <summary>What was newly written.</summary>
    public TextReference Words => new(Event, TextNames.Answer);

    /// <summary>The whole mail with what it quotes; nothing where it quotes nothing.</summary>
    public TextReference Whole => new(Event, TextNames.Mail);

    /// <summary>Sender, subject and attachments.</summary>
    public TextReference Facts => new(Event, TextNames.MailFacts);
}
