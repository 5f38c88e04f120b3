using System.Text.Json.Serialization;
using RegelLoket.Cases;
using RegelLoket.Escalation.Inbound;

namespace RegelLoket.Privacy;

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
