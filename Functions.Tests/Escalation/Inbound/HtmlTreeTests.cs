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

    /// <summary>Long, careless or full of marks of Word, and a mail all the same.</summary>
    public static TheoryData<string> Usual =>
    [
        Repeat("<p class=MsoNormal>Ja, dat mag.<o:p></o:p></p>", 5_000), Repeat("<p>Ja", 5_000), Repeat("<ul><li>Ja<li>Nee</ul>", 2_000),
        Repeat("<table><tr><td>Ja<td>Nee</table>", 2_000), Repeat("<blockquote>", 60) + Repeat("<p>Ja</p>", 5_000),
        Repeat("<div><span>Ja</div></span>", 2_000), $"<!--[if gte mso 9]><xml>{Repeat("<o:x/>", 300)}</xml><![endif]-->Ja",
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
