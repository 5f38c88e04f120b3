using FsCheck.Xunit;
using RegelLoket.Escalation.Inbound;

namespace RegelLoket.Tests.Escalation.Inbound;

/// <summary>A mail that was laid out is read as lines of words; nothing of it is shown as a page.</summary>
public sealed class HtmlLinesTests
{
    [Theory]
    [InlineData("Het kan al.", "Het kan al.")]
    [InlineData("<p>Een</p><p>Twee</p>", "Een|Twee")]
    [InlineData("<div>Een<br>Twee<br><br>Drie</div>", "Een|Twee||Drie")]
    [InlineData("<p>Een</p><p>&nbsp;</p><p>Twee</p>", "Een||Twee")]
    [InlineData("<p>  Een \n twee\t drie </p>", "Een twee drie")]
    [InlineData("<pre>een\n  twee</pre>", "een|twee")]
    [InlineData("<ul><li>Een</li><li><p>Twee</p></li></ul>", "- Een|- Twee")]
    [InlineData("<table><tr><td>Van:</td><td>Jan</td></tr><tr><td>Aan:</td></tr></table>", "Van: Jan|Aan:")]
    [InlineData("&lt;b&gt; &amp; &euro;", "<b> & €")]
    [InlineData("<h1>Kop</h1>Tekst", "Kop|Tekst")]
    [InlineData("", "")]
    public void Of_Page_IsItsWordsInLines(string html, string expected) => Assert.Equal(expected, Written(html));

    [Theory]
    [InlineData("<style>p { color: red }</style>Ja")]
    [InlineData("<script>alert(1)</script>Ja")]
    [InlineData("<head><title>Titel</title></head><body>Ja</body>")]
    [InlineData("<p style=\"DISPLAY : none\">Verborgen</p>Ja")]
    [InlineData("<span hidden>Verborgen</span>Ja")]
    [InlineData("<div style=\"mso-hide:all\">Verborgen</div>Ja")]
    [InlineData("<!-- opmerking -->Ja")]
    [InlineData("<textarea>Verborgen</textarea>Ja")]
    [InlineData("<svg><text>Verborgen</text></svg>Ja")]
    public void Of_WhatNobodySees_IsNotRead(string html) => Assert.Equal("Ja", Written(html));

    [Theory]
    [InlineData("<a href=\"https://wetten.overheid.nl/BWBR0006251\">Wet BIG</a>", "Wet BIG <https://wetten.overheid.nl/BWBR0006251>")]
    [InlineData("<a href=\"https://wetten.overheid.nl\">wetten.overheid.nl</a>", "wetten.overheid.nl")]
    [InlineData("<a href=\"mailto:ans@voorbeeld.nl\">Ans</a>", "Ans")]
    [InlineData("<a href=\"javascript:alert(1)\">Klik</a>", "Klik")]
    [InlineData("<a href=\"https://voorbeeld.nl\"><img src=\"cid:1\"></a>", "")]
    public void Of_Link_SaysWhereItLeadsWhereItsWordsDoNot(string html, string expected) => Assert.Equal(expected, Written(html));

    [Fact]
    public void Of_Quotation_HasItsDepth()
    {
        var lines = HtmlLines.Of("Ja<blockquote>Een<blockquote>&gt; Twee</blockquote></blockquote>Nee")!;

        Assert.Equal([("Ja", 0), ("Een", 1), ("Twee", 3), ("Nee", 0)], lines.Select(line => (line.Text, line.Depth)));
        Assert.Equal([false, false, true, false], lines.Select(line => line.HasSigns));
    }

    [Theory]
    [InlineData("<b>Antwoord</b>", true)]
    [InlineData("Een <span style=\"color: #C00000\">antwoord</span>", true)]
    [InlineData("<font color=blue>Antwoord</font>", true)]
    [InlineData("<span style=\"background:yellow\">Antwoord</span>", true)]
    [InlineData("<span style=\"font-weight: 700\">Antwoord</span>", true)]
    [InlineData("<span style=\"color: #000000; background: white\">Antwoord</span>", false)]
    [InlineData("<font color=black>Antwoord</font>", false)]
    [InlineData("<span style=\"font-weight: 400\">Antwoord</span>", false)]
    [InlineData("Antwoord", false)]
    public void Of_WordsInAnotherLook_AreSetApart(string html, bool expected) =>
        Assert.Equal(expected, Assert.Single(HtmlLines.Of(html)!).IsSetApart);

    [Fact]
    public void Of_LineAboveAQuotation_IsMarkedWhereTheProgramSaysSo() => Assert.Equal(
        [false, true, false],
        HtmlLines.Of("<p>Ja</p><div class=\"x gmail_attr\">Op maandag schreef RegelLoket:</div><blockquote>Vraag</blockquote>")!
            .Select(line => line.IsAttribution));

    [Property]
    public void Of_AnyText_FailsNeverAndHasNoLineEnds(string? html) =>
        Assert.All(HtmlLines.Of(html ?? "") ?? [], line => Assert.DoesNotContain('\n', line.Text));

    private static string Written(string html) => string.Join('|', HtmlLines.Of(html)!.Select(line => line.Text));
}
