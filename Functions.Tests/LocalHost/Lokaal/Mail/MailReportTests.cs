using LocalHost.Lokaal.Mail;

namespace RegelLoket.Tests.LocalHost.Lokaal.Mail;

/// <summary>Reports of the mail service on a mail, and by what a mail is found.</summary>
public sealed class MailReportTests
{
    private static readonly DateTimeOffset Now = new(2026, 12, 1, 9, 5, 0, TimeSpan.Zero);

    [Fact]
    public void EventOf_EveryReport_HasTheFieldsOfTheServiceAndAnIdOfItsOwn()
    {
        var mail = KeptMails.Of();

        var events = MailReport.All.Select(report => report.EventOf(mail, Now)).ToList();

        Assert.Equal(["delivered", "deferred", "bounce", "bounce", "dropped", "spamreport"], events.Select(e => (string?)e["event"]));
        Assert.All(events, e => Assert.Equal("vws@example.org", (string?)e["email"]));
        Assert.All(events, e => Assert.Equal(Now.ToUnixTimeSeconds(), (long?)e["timestamp"]));
        Assert.All(events, e => Assert.Equal("<one@example.org>", (string?)e["smtp-id"]));
        Assert.All(events, e => Assert.StartsWith("one.", (string?)e["sg_message_id"], StringComparison.Ordinal));
        Assert.Equal(events.Count, events.Select(e => (string?)e["sg_event_id"]).Distinct().Count());
    }

    [Fact]
    public void EventOf_SameReportTwice_IsTwoEvents()
    {
        var (mail, report) = (KeptMails.Of(), MailReport.All[2]);

        var (first, second) = (report.EventOf(mail, Now), report.EventOf(mail, Now));

        Assert.NotEqual((string?)first["sg_event_id"], (string?)second["sg_event_id"]);
        Assert.Equal("5.1.1", (string?)first["status"]);
    }

    [Fact]
    public void EventOf_ArgumentsOfTheApp_AreAddedAndReplaceNoField()
    {
        var mail = KeptMails.Of(customArgs: new Dictionary<string, string> { ["zaaknummer"] = "RR-2026-7KQ4M", ["event"] = "mine" });

        var report = MailReport.All[0].EventOf(mail, Now);

        Assert.Equal("RR-2026-7KQ4M", (string?)report["zaaknummer"]);
        Assert.Equal("delivered", (string?)report["event"]);
    }

    [Fact]
    public void Named_NameOfTheAddress_IsThatReport()
    {
        Assert.All(MailReport.All, report => Assert.Same(report, MailReport.Named(report.Name)));
        Assert.Null(MailReport.Named("onbekend"));
    }

    [Theory]
    [InlineData("VRAAG", true)]
    [InlineData("vws@", true)]
    [InlineData("kopie@example.org", true)]
    [InlineData("7kq4m", true)]
    [InlineData("vraag-aan-ministerie", true)]
    [InlineData("Hallo", false)]
    [InlineData("7kq4n", false)]
    public void Mentions_Text_IsTrueForAddressesSubjectAndIds(string text, bool expected) => Assert.Equal(
        expected, KeptMails.Of(customArgs: new Dictionary<string, string> { ["zaaknummer"] = "RR-2026-7KQ4M" }).Mentions(text));
}
