using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using RegelLoket.Escalation.Inbound;
using RegelLoket.Web;

namespace RegelLoket.Tests.Escalation.Inbound;

/// <summary>
/// Whatever comes as a mail: it is read or told apart as a form that ended too early, and what is shown of it holds no code of the desk.
/// </summary>
public sealed partial class InboundMailPropertyTests
{
    private static readonly MailReader Reader = new(Options.Create(SampleMails.Options), Options.Create(new SiteOptions()));

    [Property(MaxTest = 400, Arbitrary = [typeof(Forms)])]
    public async Task Form_OfAnyBytes_IsReadOrEndedTooEarly(byte[] body)
    {
        var http = new DefaultHttpContext();
        http.Request.ContentType = "multipart/form-data; boundary=grens";
        http.Request.Body = new MemoryStream(body);
        InboundForm form;
        try
        {
            form = await InboundForm.ReadAsync(http.Request, default);
        }
        catch (Exception refused) when (refused is IOException or InvalidDataException)
        {
            // The caller gets 400: SendGrid's own forms are whole.
            return;
        }

        AssertReads(form.ToMail(TimeProvider.System.GetUtcNow()));
    }

    [Property(MaxTest = 400, Arbitrary = [typeof(Messages)])]
    public void WholeMail_OfAnyBytes_IsReadOrKeptAsText(byte[] message) => AssertReads(WholeMail.Into(new InboundMail
    {
        ReceivedAt = TimeProvider.System.GetUtcNow(),
    }, new MemoryStream(message)).WithRecipients());

    [Property(MaxTest = 400, Arbitrary = [typeof(Pages)])]
    public void Page_OfAnyText_IsLaidOutInLinesOrRefusedAsAWhole(string html)
    {
        var lines = HtmlLines.Of(html);

        Assert.True(lines is null || lines.All(line => !line.Text.Contains('\n', StringComparison.Ordinal)));
    }

    [Property(MaxTest = 400, Arbitrary = [typeof(Pages)])]
    public void Codes_BetweenAnyText_AreTakenOut(string text) =>
        Assert.DoesNotMatch(WholeCode(), ReplyTokens.Without($"{text}\n{SampleMails.Link}\n{text}"));

    private static void AssertReads(InboundMail mail)
    {
        var reading = Reader.Read(mail, [SampleMails.Sent], []);
        var asItCame = MailReader.AsItCame(mail);
        _ = AutomaticMail.Is(mail);
        _ = InboundSender.Of(mail);

        string[] shown = [reading.Words, reading.Whole ?? "", reading.Facts, asItCame.Text, asItCame.LaidOut, asItCame.Facts];
        Assert.All(shown, text => Assert.DoesNotMatch(WholeCode(), text));
    }

    // A code that opens something; half of one opens nothing.
    [GeneratedRegex(@"RR-\d{4}-[0-9A-Z]{5}\.(szw|vws|ocw)\.[A-Za-z0-9_-]{43}", RegexOptions.IgnoreCase)]
    private static partial Regex WholeCode();

    private static class Forms
    {
        public static Arbitrary<byte[]> Bodies() =>
            Mutations.Of([Mutations.Seed("reply.multipart"), Mutations.Seed("whole-mail.multipart")]).ToArbitrary();
    }

    private static class Messages
    {
        public static Arbitrary<byte[]> Mails() => Mutations.Of([Mutations.Seed("reply.eml"), Mutations.Seed("reply.multipart")])
            .ToArbitrary();
    }

    private static class Pages
    {
        public static Arbitrary<string> Texts() => Mutations.Of(
            [SampleMails.LaidOut(), SampleMails.Signed(), Encoding.UTF8.GetString(Mutations.Seed("reply.multipart"))]).ToArbitrary();
    }
}
