using LocalHost.Lokaal.Mail;

namespace RegelLoket.Tests.LocalHost.Lokaal.Mail;

public sealed class MailCheckTests
{
    private static readonly MailRequest Good = new()
    {
        Personalizations = [To("melder@example.org")],
        From = new Party("loket@example.org", "Loket"),
        Subject = "Hallo",
        Content = [new MailPart("text/plain", "Hallo"), new MailPart("text/html", "<p>Hallo</p>")],
    };

    [Fact]
    public void Of_GoodMail_FindsNothing() => Assert.Empty(MailCheck.Of(Good));

    [Fact]
    public void Of_NoContent_IsRefused()
    {
        AssertFields(Good with { Content = null }, "content");
        AssertFields(Good with { Content = [] }, "content");
        AssertFields(Good with { Content = [new MailPart("text/plain", "")] }, "content.0.value");
        AssertFields(Good with { Content = [new MailPart("text/plain; charset=utf-8", "Hallo")] }, "content.0.type");
    }

    [Fact]
    public void Of_HtmlBeforeText_IsRefused() =>
        AssertFields(Good with { Content = [new MailPart("text/html", "<p>Hallo</p>"), new MailPart("text/plain", "Hallo")] }, "content");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("geen-adres")]
    [InlineData("twee@example.org, drie@example.org")]
    [InlineData("Naam <naam@example.org>")]
    [InlineData("mél@example.org")]
    public void Of_BadAddress_IsRefused(string? address)
    {
        AssertFields(Good with { Personalizations = [To(address)] }, "personalizations.0.to.0.email");
        AssertFields(Good with { From = new Party(address) }, "from.email");
        AssertFields(Good with { ReplyTo = new Party(address) }, "reply_to.email");
        AssertFields(Good with { Personalizations = [To("a@example.org") with { Cc = [new Party(address)] }] },
            "personalizations.0.cc.0.email");
    }

    [Fact]
    public void Of_NoOrTooManyRecipients_IsRefused()
    {
        AssertFields(Good with { Personalizations = null }, "personalizations");
        AssertFields(Good with { Personalizations = [] }, "personalizations");
        AssertFields(Good with { Personalizations = [new Personalization()] }, "personalizations.0.to");
        AssertFields(Good with { Personalizations = [To("a@example.org") with { Cc = [new Party("A@example.org")] }] },
            "personalizations.0");
        var many = Enumerable.Range(0, 1001).Select(i => new Party($"a{i}@example.org")).ToArray();
        AssertFields(Good with { Personalizations = [new Personalization { To = many }] }, "personalizations");
    }

    [Fact]
    public void Of_NoSubject_IsRefusedUnlessEachMailHasItsOwn()
    {
        AssertFields(Good with { Subject = "" }, "subject");
        Assert.Empty(MailCheck.Of(Good with { Subject = null, Personalizations = [To("a@example.org") with { Subject = "Eigen" }] }));
    }

    [Theory]
    [InlineData("To")]
    [InlineData("from")]
    [InlineData("Subject")]
    [InlineData("Reply-To")]
    [InlineData("CC")]
    [InlineData("BCC")]
    [InlineData("Received")]
    [InlineData("DKIM-Signature")]
    [InlineData("Content-Type")]
    [InlineData("Content-Transfer-Encoding")]
    [InlineData("x-sg-id")]
    [InlineData("X-SG-EID")]
    public void Of_ReservedHeader_IsRefused(string name)
    {
        AssertFields(Good with { Headers = new Dictionary<string, string?> { [name] = "x" } }, $"headers.{name}");
        AssertFields(
            Good with { Personalizations = [To("a@example.org") with { Headers = new Dictionary<string, string?> { [name] = "x" } }] },
            $"personalizations.0.headers.{name}");
    }

    [Fact]
    public void Of_OwnHeaders_AreTaken() => Assert.Empty(MailCheck.Of(Good with
    {
        Headers = new Dictionary<string, string?>
        {
            ["Message-ID"] = "<a@b.example>",
            ["Auto-Submitted"] = "auto-generated",
            ["List-Unsubscribe"] = "<x>",
        },
    }));

    [Theory]
    [InlineData("één")]
    [InlineData("a\r\nBcc: b@example.org")]
    [InlineData(null)]
    public void Of_HeaderNotOnOneAsciiLine_IsRefused(string? value) =>
        AssertFields(Good with { Headers = new Dictionary<string, string?> { ["X-Own"] = value } }, "headers.X-Own");

    [Fact]
    public void Of_TooMuchBesides_IsRefused()
    {
        AssertFields(Good with { Categories = [.. Enumerable.Range(0, 11).Select(i => $"c{i}")] }, "categories");
        AssertFields(Good with { Categories = ["twice", "twice"] }, "categories");
        AssertFields(Good with { CustomArgs = new Dictionary<string, string?> { ["a"] = new string('x', 10_000) } }, "custom_args");
        AssertFields(Good with { TemplateId = "d-1" }, "template_id");
    }

    private static Personalization To(string? address) => new() { To = [new Party(address)] };

    private static void AssertFields(MailRequest mail, params string[] fields) =>
        Assert.Equal(fields, MailCheck.Of(mail).Select(error => error.Field));
}
