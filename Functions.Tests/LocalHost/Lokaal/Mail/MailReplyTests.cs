using System.Text.Json;
using LocalHost.Lokaal.Mail;

namespace RegelLoket.Tests.LocalHost.Lokaal.Mail;

/// <summary>A reply as the mail service's inbound parse would post it.</summary>
public sealed class MailReplyTests
{
    private static readonly DateTimeOffset Now = new(2026, 12, 1, 9, 5, 0, TimeSpan.Zero);

    [Fact]
    public void FieldsFor_Reply_QuotesTheMailBelowIt()
    {
        var fields = Of(new MailReply("vws@example.org", "Ja.\r\nDat mag."), KeptMails.Of(text: "Mag dit?\r\n\r\nGroet"));

        Assert.Equal("Ja.\nDat mag.\n\nOp 01-12-2026 09:05 schreef loket@example.org:\n> Mag dit?\n>\n> Groet\n", fields["text"]);
        Assert.Equal("vws@example.org", fields["from"]);
        Assert.Equal("{@example.org : pass}", fields["dkim"]);
    }

    [Theory]
    [InlineData("Vraag", "Re: Vraag")]
    [InlineData("Re: Vraag", "Re: Vraag")]
    [InlineData("RE: Vraag", "RE: Vraag")]
    public void FieldsFor_Subject_IsMarkedAsAReplyOnce(string subject, string expected) =>
        Assert.Equal(expected, Of(new MailReply("a@example.org", ""), KeptMails.Of(subject: subject))["subject"]);

    [Theory]
    [InlineData("zaak@antwoord.example.org", "zaak@antwoord.example.org")]
    [InlineData("", "loket@example.org")]
    public void FieldsFor_Recipient_IsTheAddressForRepliesOrElseTheSender(string replyTo, string expected)
    {
        var fields = Of(new MailReply("a@example.org", ""), KeptMails.Of(replyTo: replyTo));

        Assert.Equal(expected, fields["to"]);
        Assert.Equal(expected, JsonDocument.Parse(fields["envelope"]).RootElement.GetProperty("to")[0].GetString());
    }

    [Fact]
    public void FieldsFor_TextWithLineEnds_PutsNoHeaderOfItsOwnIntoTheMail()
    {
        var fields = Of(new MailReply("a@example.org\r\nBcc: x@example.org", ""), KeptMails.Of(subject: "Vraag\r\nX-Spam: no"));

        var headers = fields["headers"].Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(9, headers.Length);
        Assert.All(headers, header => Assert.Matches("^[A-Za-z-]+: ", header));
        Assert.DoesNotContain(headers, header => header.StartsWith("Bcc", StringComparison.Ordinal)
            || header.StartsWith("X-Spam", StringComparison.Ordinal));
        Assert.Contains("In-Reply-To: <one@example.org>", headers);
    }

    private static Dictionary<string, string> Of(MailReply reply, KeptMail mail) =>
        reply.FieldsFor(mail, Now).ToDictionary(field => field.Name, field => field.Value);
}
