using System.Text.Json.Serialization;
using RegelLoket.Cases;
using RegelLoket.Escalation.Inbound;

namespace RegelLoket.Privacy;

/// <summary>An inbound mail that involves a person, by its stored name; it holds nothing about the person.</summary>
public sealed record PersonMailLine
{
    /// <summary>The case; null for a mail that belongs to no case.</summary>
    [JsonPropertyName("zaaknummer"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CaseNumber? Number { get; init; }

    [JsonPropertyName("ontvangenOp")]
    public required DateTimeOffset ReceivedAt { get; init; }

    [JsonPropertyName("kenmerk")]
    public required string Name { get; init; }

    public static PersonMailLine Of(string name, InboundMail mail) =>
        new() { Number = InboundMailStore.CaseOf(name), ReceivedAt = mail.ReceivedAt, Name = name };
}

/// <summary>An inbound mail, for the person whom it involves.</summary>
public sealed record PersonMailResponse(
    [property: JsonPropertyName("zaaknummer"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] CaseNumber? Number,
    [property: JsonPropertyName("ontvangenOp")] DateTimeOffset ReceivedAt,
    [property: JsonPropertyName("kop")] string Head,
    [property: JsonPropertyName("tekst")] string Text)
{
    public static PersonMailResponse Of(string name, InboundMail mail)
    {
        var shown = MailReader.AsItCame(mail);
        return new(
            InboundMailStore.CaseOf(name), mail.ReceivedAt, shown.Facts, shown.Text.Length > 0 ? shown.Text : shown.LaidOut);
    }
}

/// <summary>The effect of a request: in the cases, and on the inbound mails.</summary>
public sealed record PersonFindings(IReadOnlyList<PersonRequestLine> Lines, IReadOnlyList<PersonMailLine> Mails)
{
    public bool IsEmpty => Lines.Count == 0 && Mails.Count == 0;
}

/// <summary>All data of a person: by case, and in inbound mails.</summary>
public sealed record PersonExport(IReadOnlyList<PersonExportResponse> Cases, IReadOnlyList<PersonMailResponse> Mails);
