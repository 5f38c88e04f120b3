using System.Net;
using System.Text.RegularExpressions;
using RegelLoket.Cases;
using RegelLoket.Notifications;
using RegelLoket.Tests.Storage;

namespace RegelLoket.Tests.Notifications;

/// <summary>What mails say, whatever was typed into the case.</summary>
[Collection(nameof(CaseStorage))]
public sealed partial class MailContentTests(AzuriteFixture azurite)
{
    private static readonly string[] Hostile =
    [
        "Onderwerp\r\nBcc: slachtoffer@evil.example", "%0d%0aBcc: x@evil.example", "\u2028Bcc: x", "=?utf-8?q?Bcc=3A?= x",
        "<script>alert(1)</script>",
        "<a href=\"https://evil.example\">klik</a>", "https://evil.example/login", "\"'`&<>\0\u202E",
    ];

    [Fact]
    public async Task Receipt_OfEveryHostileReport_HoldsNoWordOfIt()
    {
        using var desk = await MailHost.OpenAsync(azurite);
        foreach (var text in Hostile)
        {
            var file = await desk.CreateCaseAsync(title: text);
            var (mail, _) = (await desk.Composer.ComposeAsync(Plan(file, MailKind.Receipt), file, default))!.Value;

            Assert.Equal($"Je melding is ontvangen · {file.Number}", mail.Subject);
            Assert.DoesNotContain("evil", mail.Text + mail.Html + string.Concat(mail.Headers.Values), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("script", mail.Html, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(["Auto-Submitted", "X-Auto-Response-Suppress"], mail.Headers.Keys.Order());
        }
    }

    [Fact]
    public async Task Receipt_HtmlAndText_SayTheSame()
    {
        using var desk = await MailHost.OpenAsync(azurite);
        var file = await desk.CreateCaseAsync();

        var (mail, content) = (await desk.Composer.ComposeAsync(Plan(file, MailKind.Receipt), file, default))!.Value;

        var html = WordsOf(WebUtility.HtmlDecode(Tag().Replace(mail.Html[mail.Html.IndexOf("<body", StringComparison.Ordinal)..], " ")));
        var text = WordsOf(mail.Text.Replace(content.Link!.Target.AbsoluteUri, "", StringComparison.Ordinal)).Where(w => w != "--");
        Assert.Equal(text.Select(w => w.TrimEnd(':')), html.Select(w => w.TrimEnd(':')));
        Assert.StartsWith(content.Ask, mail.Text, StringComparison.Ordinal);
        Assert.Single(Anchor().Matches(mail.Html));
    }

    [Fact]
    public async Task MessageId_OfOneMail_IsAlwaysTheSameAndOfAnotherNever()
    {
        using var desk = await MailHost.OpenAsync(azurite);
        using var again = await MailHost.OpenAsync(azurite);
        var file = await desk.CreateCaseAsync();
        var plan = Plan(file, MailKind.Receipt);

        Assert.Equal(desk.Composer.MessageIdOf(plan), again.Composer.MessageIdOf(plan));
        Assert.NotEqual(desk.Composer.MessageIdOf(plan), desk.Composer.MessageIdOf(plan with { Key = "receipt.2" }));
        Assert.Matches("^<[0-9a-f]{32}@regelloket\\.example>$", desk.Composer.MessageIdOf(plan));
    }

    [Fact]
    public async Task ContactBook_TwoCoordinatorsAtOnce_OneIsTold()
    {
        using var desk = await MailHost.OpenAsync(azurite);
        var book = (RegelLoket.Escalation.ContactBook)desk.Services.GetService(typeof(RegelLoket.Escalation.ContactBook))!;
        var read = await book.OfAsync(Ministry.Szw, default);
        var coordinator = new Actor(ActorRole.Coordinator, "Co");

        var first = await book.ChangeAsync(read with { AnswerTerm = 15 }, coordinator, default);
        var second = await book.ChangeAsync(read with { AnswerTerm = 99 }, coordinator, default);

        Assert.Equal(read.Version + 1, first!.Version);
        Assert.Null(second);
        Assert.Equal(15, (await book.OfAsync(Ministry.Szw, default)).AnswerTerm);
    }

    private static PlannedMail Plan(CaseFile file, MailKind kind) =>
        new() { Case = file.Number, Key = "receipt.1", Kind = kind, To = Recipient.Reporter, Event = 1 };

    private static string[] WordsOf(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex("<a ")]
    private static partial Regex Anchor();
}
