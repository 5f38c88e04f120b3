using System.Text.Json;
using Azure;
using RegelLoket.Cases;
using RegelLoket.Notifications;
using RegelLoket.Tests.Cases;

namespace RegelLoket.Tests.Notifications;

public sealed class OutboxMessageTests
{
    [Fact]
    public void Parse_MessageWithTheMailAsPlanned_CarriesItWithItsTag()
    {
        var entry = new OutboxEntry
        {
            Mail = new PlannedMail
            { Case = CaseFiles.Number, Key = "receipt.1", Kind = MailKind.Receipt, To = Recipient.Following(2), Event = 1 },
            PlannedAt = CaseFiles.ReportedAt,
            Trace = "00-1",
        };

        var message = OutboxMessage.Parse(new OutboxMessage(CaseFiles.Number.Value, "receipt.1", entry, "\"0x1\"").ToJson());

        Assert.Equal(CaseFiles.Number, message.Number);
        Assert.Equal(entry with { Tag = new ETag("\"0x1\""), IsMarked = true }, message.Planned);
        Assert.Equal(2, message.Planned!.Mail.To.Place);
    }

    [Fact]
    public void Parse_MessageOfTheDesk_HasNoCaseAndNoMail()
    {
        var message = OutboxMessage.Parse(new OutboxMessage("", "digest.abc.2026-11-30").ToJson());

        Assert.Null(message.Number);
        Assert.Null(message.Planned);
        Assert.Equal("digest.abc.2026-11-30", message.Key);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"case\":\"RR-2026-7KQ4M\"}")]
    [InlineData("tekst")]
    public void Parse_AnythingElse_IsRefused(string text) => Assert.ThrowsAny<JsonException>(() => OutboxMessage.Parse(text));
}
