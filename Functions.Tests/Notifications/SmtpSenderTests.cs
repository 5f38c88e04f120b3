using RegelLoket.Cases;
using RegelLoket.Notifications;

namespace RegelLoket.Tests.Notifications;

/// <summary>Against a real SMTP server.</summary>
public sealed class SmtpSenderTests
{
    [Fact]
    public async Task Send_Mail_ArrivesWithItsHeadersAndBothBodies()
    {
        await using var server = await SmtpServer.StartAsync("plain");

        var result = await server.Sender(startTls: false).SendAsync(MailTo("postbus@minvws.example"), default);

        Assert.IsType<SendResult.Accepted>(result);
        var mail = await server.NextAsync();
        var raw = mail.GetProperty("raw").GetString()!;
        Assert.Equal("postbus@minvws.example", mail.GetProperty("to")[0].GetString());
        Assert.Contains("Message-ID: <abc@regelloket.example>", raw, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Auto-Submitted: auto-generated", raw, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Reply-To:", raw, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("multipart/alternative", raw, StringComparison.Ordinal);
        Assert.True(raw.IndexOf("text/plain", StringComparison.Ordinal) < raw.IndexOf("text/html", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Send_CertificateThatNobodyVouchesFor_IsNotSentAndTriedLater()
    {
        await using var server = await SmtpServer.StartAsync("starttls");

        Assert.IsType<SendResult.TryLater>(await server.Sender(startTls: true, "loket", "geheim").SendAsync(MailTo("postbus@minvws.example"), default));
    }

    [Theory]
    [InlineData("geheim", typeof(SendResult.Accepted))]
    [InlineData("verlopen", typeof(SendResult.Stopped))]
    public async Task Send_ServerThatWantsALogin_TakesTheRightPasswordAndStopsTheDeskAtAnother(string password, Type expected)
    {
        await using var server = await SmtpServer.StartAsync("login");

        Assert.IsType(expected, await server.Sender(startTls: false, "loket", password).SendAsync(MailTo("postbus@minvws.example"), default));
    }

    [Fact]
    public async Task Send_ServerWithoutStartTls_IsNeverSentInTheOpen()
    {
        await using var server = await SmtpServer.StartAsync("plain");

        Assert.IsNotType<SendResult.Accepted>(await server.Sender(startTls: true).SendAsync(MailTo("postbus@minvws.example"), default));
    }

    [Theory]
    [InlineData("onbekend@minvws.example", typeof(SendResult.Refused))]
    [InlineData("vol@minvws.example", typeof(SendResult.TryLater))]
    public async Task Send_ReceiverIsRefused_IsForGoodOrForNow(string to, Type expected)
    {
        await using var server = await SmtpServer.StartAsync("plain");

        Assert.IsType(expected, await server.Sender(startTls: false).SendAsync(MailTo(to), default));
    }

    [Fact]
    public async Task Send_NobodyListens_IsTriedLater()
    {
        await using var server = await SmtpServer.StartAsync("plain");
        var sender = server.Sender(startTls: false);
        await server.DisposeAsync();

        Assert.IsType<SendResult.TryLater>(await sender.SendAsync(MailTo("postbus@minvws.example"), default));
    }

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

    private static EmailAddress Address(string text) => EmailAddress.TryParse(text, out var address) ? address : throw new FormatException();
}
