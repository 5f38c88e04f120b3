using RegelLoket.Cases;
using RegelLoket.Escalation;
using RegelLoket.Escalation.Inbound;

namespace RegelLoket.Tests.Escalation.Inbound;

public sealed class InboundSenderTests
{
    private static readonly MinistryContacts Vws = new()
    { Ministry = Ministry.Vws, Mailbox = AddressOf("post@minvws.example"), Domains = ["minvws.example"] };

    [Theory]
    [InlineData("pass", "ans@minvws.example", "", true)]
    [InlineData("PASS", "ans@beleid.minvws.example", "", true)]
    [InlineData("softfail", "ans@minvws.example", "", false)]
    [InlineData("pass", "ans@minvws.example.evil.example", "", false)]
    [InlineData("pass", "ans@evilminvws.example", "", false)]
    [InlineData("pass", "", "", false)]
    [InlineData("pass", null, "", false)]
    [InlineData("", null, "{@minvws.example : pass}", true)]
    [InlineData("", null, "{@other.example : fail, @Beleid.MinVWS.example : pass}", true)]
    [InlineData("", null, "{@minvws.example : fail}", false)]
    [InlineData("", null, "{@evilminvws.example : pass}", false)]
    [InlineData("", null, "minvws.example : pass", false)]
    [InlineData("", null, "none", false)]
    [InlineData("pass", "ans@elders.example", "{@elders.example : pass}", false)]
    public void IsProven_ByTheServicesVerdicts_OnlyForTheMinistrysOwnDomains(string spf, string? envelope, string dkim, bool expected) =>
        Assert.Equal(expected, InboundSender.IsProven(Mail() with { Spf = spf, EnvelopeFrom = envelope, Dkim = dkim }, Vws));

    [Theory]
    [InlineData("Ans <ans@minvws.example>", "", null, "ans@minvws.example")]
    [InlineData("", "From: Bea <bea@minvws.example>", "cee@minvws.example", "bea@minvws.example")]
    [InlineData("onleesbaar", "", "cee@minvws.example", "cee@minvws.example")]
    [InlineData("", "", "", null)]
    [InlineData("ans@laptop.local", "", null, null)]
    public void Of_SenderByAnyOfItsFields_IsTheFirstThatCanBeRead(string from, string headers, string? envelope, string? expected) =>
        Assert.Equal(expected, InboundSender.Of(Mail() with { From = from, Headers = headers, EnvelopeFrom = envelope })?.Value);

    [Fact]
    public void WithRecipients_OfServiceAndHeaders_AreOneListWithoutDoubles()
    {
        var mail = Mail() with
        {
            Recipients = ["rr-1@in.example"],
            To = "Loket <RR-1@in.example>, ans@elders.example",
            Cc = "bea@elders.example",
            Headers = "Delivered-To: rr-2@in.example\nX-Original-To: ans@elders.example",
        };

        Assert.Equal(["rr-1@in.example", "ans@elders.example", "bea@elders.example", "rr-2@in.example"], mail.WithRecipients().Recipients);
    }

    [Theory]
    [InlineData("ans@minvws.example", true)]
    [InlineData("ANS@MinVWS.example", true)]
    [InlineData("terug@elders.example", true)]
    [InlineData("loket@in.example", true)]
    [InlineData("ander@elders.example", false)]
    public void IsPartOf_PersonAtAnyOfItsAddresses_IsFound(string person, bool expected) => Assert.Equal(expected, InboundSender.IsPartOf(
        Mail() with
        {
            From = "Ans <ans@minvws.example>",
            Headers = "Reply-To: terug@elders.example",
            Recipients = ["loket@in.example"],
        }, AddressOf(person)));

    private static InboundMail Mail() => new() { ReceivedAt = DateTimeOffset.UnixEpoch };

    private static EmailAddress AddressOf(string text) =>
        EmailAddress.TryParse(text, out var address) ? address : throw new FormatException(text);
}
