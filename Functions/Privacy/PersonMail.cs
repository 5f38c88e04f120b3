using System.Text.Json.Serialization;
using RegelLoket.Cases;
using RegelLoket.Escalation.Inbound;

namespace RegelLoket.Privacy;

/// <summary>A mail as it came in, in which a person is: by the name that it is kept under, nothing of the person.</summary>
public sealed record PersonMailLine
{
    /// <summary>Null for a mail that belongs to no case.</summary>
    [JsonPropertyName("zaaknummer"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CaseNumber? Number { get; init; }

    [JsonPropertyName("ontvangenOp")]
    public required DateTimeOffset ReceivedAt { get; init; }

    [JsonPropertyName("kenmerk")]
    public required string Name { get; init; }

    public static PersonMailLine Of(string name, InboundMail mail) =>
        new() { Number = InboundMailStore.CaseOf(name), ReceivedAt = mail.ReceivedAt, Name = name };
}

/// <summary>A mail as it came in, for the person who is in it.</summary>
public sealed record PersonMailResponse(
    [property: JsonPropertyName("zaaknummer"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] CaseNumber? Number,
    [property: JsonPropertyName("ontvangenOp")] DateTimeOffset ReceivedAt,
    [property: JsonPropertyName("kop")] string Head,
    [property: JsonPropertyName("tekst")] string Text)
{
    public static PersonMailResponse Of(string name, InboundMail mail)
    {
        var shown = MailReader.AsItCame(mail);
        return new(InboundMailStore.CaseOf(name), mail.ReceivedAt, shown.Facts, shown.Text.Length > 0 ? shown.Text : shown.LaidOut);
    }
}

/// <summary>What a request would do: in the cases, and to the mails as they came in.</summary>
public sealed record PersonFindings(IReadOnlyList<PersonRequestLine> Lines, IReadOnlyList<PersonMailLine> Mails)
{
    public bool IsEmpty => Lines.Count == 0 && Mails.Count == 0;
}

/// <summary>What is held of a person: by case, and in mails as they came in.</summary>
public sealed record PersonExport(IReadOnlyList<PersonExportResponse> Cases, IReadOnlyList<PersonMailResponse> Mails);
