using System.ComponentModel.DataAnnotations;
using MimeKit;
using RegelLoket.Cases;
using RegelLoket.Notifications;

namespace RegelLoket.Tests.Notifications;

/// <summary>Against a real mail server.</summary>
public sealed class SmtpSenderTests
{
    [Fact]
    public async Task Send_Mail_ArrivesWithItsHeadersAndBothBodies()
    {
        await using var server = TestMailServer.Plain();

        var result = await server.Sender(SmtpSecurity.None).SendAsync(MailTo("postbus@minvws.example"), default);

        Assert.IsType<SendResult.Accepted>(result);
        var mail = await server.NextAsync();
        Assert.Equal("postbus@minvws.example", mail.To);
        Assert.Equal("abc@regelloket.example", mail.Message.MessageId);
        Assert.Equal("auto-generated", mail.Message.Headers["Auto-Submitted"]);
        Assert.Equal("\"RegelLoket\" <vragen@regelloket.example>", mail.Message.ReplyTo.ToString());
        Assert.Equal("Vraag · RR-2026-7KQ4M", mail.Message.Subject);
        Assert.Equal(["text/plain", "text/html"], Assert.IsType<MultipartAlternative>(mail.Message.Body)
            .Select(part => part.ContentType.MimeType));
        Assert.Equal("Tekst met é", mail.Message.TextBody?.TrimEnd());
        Assert.Equal("<p>Tekst met é</p>", mail.Message.HtmlBody?.TrimEnd());
    }

    [Fact]
    public async Task Send_MailWithALongAddressToStop_ArrivesWithThatAddressWhole()
    {
        await using var server = TestMailServer.Plain();
        var address = $"<https://loket.example/bibliotheek/volgen/stoppen/{new string('a', 64)}>";

        await server.Sender(SmtpSecurity.None).SendAsync(MailTo("sam@zorg.example") with
        {
            Headers = new Dictionary<string, string>
            {
                ["List-Unsubscribe"] = address,
                ["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click",
            },
        }, default);

        var mail = (await server.NextAsync()).Message;
        Assert.Equal(address, mail.Headers["List-Unsubscribe"]);
        Assert.Equal("List-Unsubscribe=One-Click", mail.Headers["List-Unsubscribe-Post"]);
        Assert.DoesNotContain("=?", string.Concat(mail.Headers.Where(header => header.Field.StartsWith("List-", StringComparison.Ordinal))
            .Select(header => System.Text.Encoding.ASCII.GetString(header.RawValue))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SmtpSecurity.StartTls)]
    [InlineData(SmtpSecurity.Tls)]
    public async Task Send_CertificateThatNobodyVouchesFor_IsNotSentAndTriedLater(SmtpSecurity security)
    {
        using var certificates = await TestAuthority.CreateAsync();
        await using var server = TestMailServer.Encrypted(certificates.Server, tls: security == SmtpSecurity.Tls);

        Assert.IsType<SendResult.TryLater>(await server.Sender(security, "loket", "geheim")
            .SendAsync(MailTo("postbus@minvws.example"), default));
    }

    [Theory]
    [InlineData("geheim", typeof(SendResult.Accepted))]
    [InlineData("verlopen", typeof(SendResult.Stopped))]
    public async Task Send_ServerThatWantsALogin_TakesTheRightPasswordAndStopsTheDeskAtAnother(string password, Type expected)
    {
        await using var server = TestMailServer.WithLogin();

        Assert.IsType(expected, await server.Sender(SmtpSecurity.None, "loket", password)
            .SendAsync(MailTo("postbus@minvws.example"), default));
    }

    [Fact]
    public async Task Send_ServerThatWantsALoginAndNoneIsSet_StopsTheDesk()
    {
        await using var server = TestMailServer.WithLogin();

        Assert.IsType<SendResult.Stopped>(await server.Sender(SmtpSecurity.None).SendAsync(MailTo("postbus@minvws.example"), default));
    }

    [Theory]
    [InlineData(SmtpSecurity.StartTls)]
    [InlineData(SmtpSecurity.Tls)]
    public async Task Send_ServerWithoutEncryption_IsNeverSentInTheOpen(SmtpSecurity security)
    {
        await using var server = TestMailServer.Plain();

        Assert.IsType<SendResult.TryLater>(await server.Sender(security).SendAsync(MailTo("postbus@minvws.example"), default));
    }

    [Theory]
    [InlineData("onbekend@minvws.example", typeof(SendResult.Returned))]
    [InlineData("vol@minvws.example", typeof(SendResult.TryLater))]
    public async Task Send_ReceiverIsRefused_IsForGoodOrForNow(string to, Type expected)
    {
        await using var server = TestMailServer.Plain();

        Assert.IsType(expected, await server.Sender(SmtpSecurity.None).SendAsync(MailTo(to), default));
    }

    [Fact]
    public async Task Send_NobodyListens_IsTriedLater()
    {
        await using var server = TestMailServer.Plain();
        var sender = server.Sender(SmtpSecurity.None);
        await server.DisposeAsync();

        Assert.IsType<SendResult.TryLater>(await sender.SendAsync(MailTo("postbus@minvws.example"), default));
    }

    [Theory]
    [InlineData(587, null, SmtpSecurity.StartTls)]
    [InlineData(465, null, SmtpSecurity.Tls)]
    [InlineData(2525, SmtpSecurity.Tls, SmtpSecurity.Tls)]
    public void SecurityInUse_NotSet_IsWhatIsUsualOnThePort(int port, SmtpSecurity? set, SmtpSecurity expected) =>
        Assert.Equal(expected, new SmtpOptions { Port = port, Security = set }.SecurityInUse);

    [Theory]
    [InlineData("localhost", 0)]
    [InlineData("127.0.0.1", 0)]
    [InlineData("relay.voorbeeld.example", 1)]
    public void Validate_NoEncryption_IsForThisMachineAlone(string host, int faults) =>
        Assert.Equal(faults, new SmtpOptions { Host = host, Security = SmtpSecurity.None }.Validate(new ValidationContext(this)).Count());

    private static Mail MailTo(string to) => new()
    {
        MessageId = "<abc@regelloket.example>",
        From = new("RegelLoket", Address("loket@regelloket.example")),
        ReplyTo = new("RegelLoket", Address("vragen@regelloket.example")),
        To = Address(to),
        Subject = "Vraag · RR-2026-7KQ4M",
        Text = "Tekst met é\n",
        Html = "<p>Tekst met é</p>",
        Headers = new Dictionary<string, string> { ["Auto-Submitted"] = "auto-generated" },
        Categories = [],
        CustomArgs = new Dictionary<string, string>(),
    };

    private static EmailAddress Address(string text) => EmailAddress.TryParse(text, out var address) ? address
        : throw new FormatException();
}
