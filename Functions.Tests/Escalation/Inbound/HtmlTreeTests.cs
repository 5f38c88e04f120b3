using RegelLoket.Escalation.Inbound;

namespace RegelLoket.Tests.Escalation.Inbound;

/// <summary>What is too deep or too large to read, on pages that are no trouble for a parser.</summary>
public sealed class HtmlTreeTests
{
    /// <summary>Pages that nest further than anybody's mail, some of which seem to end what they began.</summary>
    public static TheoryData<string> Deep =>
    [
        Repeat("<div>", 300), Repeat("<blockquote></i>", 300), Repeat("<div></div ></p><div>", 300), Repeat("<o:p>", 300),
        Repeat("<v:shape></v:shapes>", 300), Repeat("<div title='</div>'>", 300), Repeat("<div><!--</div>-->", 300),
        Repeat("<span><div></span>", 300), Repeat("<table><tr><td></table-x>", 300), Repeat("<div><style></div></style>", 300),
    ];

    [Theory]
    [MemberData(nameof(Deep))]
    public void Of_APageThatIsTooDeep_IsNotRead(string html)
    {
        Assert.Null(HtmlTree.Of(html));
        Assert.Null(HtmlLines.Of(html));
    }

    [Fact]
    public void Of_OpenFormattingThatEveryBlockRepeats_IsNotRead()
    {
        var open = string.Concat(Enumerable.Range(0, 180).Select(i => $"<b class={i}>"));

        Assert.Null(HtmlTree.Of($"<div>{open}x</div>{Repeat("<div>x</div>", 4_000)}"));
        Assert.NotNull(HtmlTree.Of($"<div>{open}x</div>{Repeat("<div>x</div>", 400)}"));
    }

    private static readonly string Attributes = string.Concat(Enumerable.Range(0, 3_000).Select(i => $" a{i}"));

    /// <summary>One tag with some thousands of attributes, in ways in which it may seem to end, or not to begin.</summary>
    public static TheoryData<string> Attributed =>
    [
        $"<p{Attributes}>Ja", $"<p title='>'{Attributes}>Ja", $"Ja<p{Attributes}", $"<p>Ja</p{Attributes}>",
        $"<p/{Repeat("a=1/b ", 1_000)}>Ja", $"<p {Repeat("a=\"\"b=''", 1_000)}>Ja", $"<p {Repeat("a= \">\" ", 1_000)}>Ja",
        $"<!-- <a x=\" --><p{Attributes}>Ja", $"<style><a x='</style><p{Attributes}>Ja", $"<p x=\"<b y='\"{Attributes}>Ja",
        $"<p {Repeat("= ", 1_000)}>Ja", $"<p {Repeat("\"\f", 1_000)}>Ja",
    ];

    [Theory]
    [MemberData(nameof(Attributed))]
    public void Of_ATagWithThousandsOfAttributes_IsNotRead(string html)
    {
        Assert.True(HtmlAttributes.AreTooMany(html));
        Assert.Null(HtmlTree.Of(html));
    }

    [Fact]
    public void Read_AMailThatIsNotReadAsAPage_ShowsItsPlainTextAndSaysSo()
    {
        var html = $"<p{Attributes}>Ja, dat mag.";

        var withText = SampleMails.Read("Ja, dat mag.", html);
        var without = SampleMails.Read("", html);
        var shown = MailReader.AsItCame(SampleMails.MailOf("", html));

        Assert.Equal("Ja, dat mag.", withText.Words);
        Assert.Contains("gewone tekst", withText.Facts, StringComparison.Ordinal);
        Assert.Empty(without.Words);
        Assert.EndsWith("Bekijk de mail zoals hij binnenkwam.", without.Facts, StringComparison.Ordinal);
        Assert.Equal((html, true), (shown.LaidOut, shown.IsAsWritten));
        Assert.False(MailReader.AsItCame(SampleMails.MailOf("", "<p>Ja")).IsAsWritten);
        Assert.DoesNotContain("opmaak", SampleMails.Read("Ja.", "<p>Ja.").Facts, StringComparison.Ordinal);
    }

    /// <summary>Long, careless or full of marks of Word, and a mail all the same.</summary>
    public static TheoryData<string> Usual =>
    [
        Repeat("<p class=MsoNormal>Ja, dat mag.<o:p></o:p></p>", 5_000), Repeat("<p>Ja", 5_000), Repeat("<ul><li>Ja<li>Nee</ul>", 2_000),
        Repeat("<table><tr><td>Ja<td>Nee</table>", 2_000), Repeat("<blockquote>", 60) + Repeat("<p>Ja</p>", 5_000),
        Repeat("<div><span>Ja</div></span>", 2_000),
        Repeat("<p class='MsoNormal' style=\"color:red\" lang=NL title='a > b'>Ja</p>", 2_000),
        $"<p {Repeat("data-x=\"1 2 3\" ", 60)}style=\"{Repeat("margin:0 auto; ", 400)}\">Ja",
        $"<p title=\"x <b y=\" class=\"z\">{Repeat("Ja, dat mag. ", 400)}</p><!-- {Repeat("woord ", 400)} -->",
        $"<!--[if gte mso 9]><xml>{Repeat("<o:x/>", 300)}</xml><![endif]-->Ja",
    ];

    [Theory]
    [MemberData(nameof(Usual))]
    public void Of_AMailAsPeopleSendThem_IsRead(string html) =>
        Assert.Contains(HtmlLines.Of(html)!, line => line.Text.Contains("Ja", StringComparison.Ordinal));

    [Fact]
    public void AsItCame_APageThatIsNotRead_IsShownAsItIsWritten()
    {
        var html = $"{Repeat("<div>", 300)}Ja, dat mag.";

        Assert.Equal(html, MailReader.AsItCame(SampleMails.MailOf("", html)).LaidOut);
        Assert.Equal("Ja.", SampleMails.Read("Ja.", html).Words);
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
