using RegelLoket.Escalation.Inbound;
using static RegelLoket.Tests.Escalation.Inbound.SampleMails;

namespace RegelLoket.Tests.Escalation.Inbound;

/// <summary>What looks like a quotation and is none of ours is new, and is read with its signs.</summary>
public sealed class NewTextTests
{
    private const string Attribution = "Op 9 november 2026 schreef RegelLoket:";
    private const string Header = "Van: RegelLoket\nVerzonden: maandag 9 november 2026 10:12\nAan: Postbus SZW\nOnderwerp: Vraag\n\n";
    private const string Question = "Mag een kandidaat de uitkering houden tijdens de opleiding tot verzorgende?";

    [Theory]
    [InlineData(
        """<p>Ja, dat mag. Artikel 3:</p><blockquote style="margin:0 0 0 40px">Het college kan ontheffing verlenen.</blockquote>"""
            + "<p>Dat geldt hier.</p>",
        "Ja, dat mag. Artikel 3:\nHet college kan ontheffing verlenen.\n\nDat geldt hier.")]
    [InlineData(
        "<p>Zie de wet:</p><blockquote><b>Artikel 3</b><br>Het college kan ontheffing verlenen.</blockquote><p>Dus ja.</p>",
        "Zie de wet:\nArtikel 3\nHet college kan ontheffing verlenen.\n\nDus ja.")]
    [InlineData(
        "<p>Dit mag bij:</p><p>&gt; 50 werknemers</p><p>&gt; 2 jaar ervaring</p>",
        "Dit mag bij:\n\n> 50 werknemers\n\n> 2 jaar ervaring")]
    [InlineData(
        "<p>Zie onder.</p><blockquote>" + Question + "<br>Ja, mits het UWV toestemt.<blockquote>Artikel 76 geeft die ruimte.</blockquote>"
            + "</blockquote>",
        "Zie onder.\nJa, mits het UWV toestemt.\nArtikel 76 geeft die ruimte.")]
    public void Read_PageWithABlockThatIsNotOurs_ReadsItWhole(string html, string expected) =>
        Assert.Equal(Lines(expected), Lines(Read("", html).Words));

    [Theory]
    [InlineData("Dit mag bij:\n> 50 werknemers\n> 2 jaar ervaring", "Dit mag bij:\n> 50 werknemers\n> 2 jaar ervaring")]
    [InlineData("Dit mag bij:\n>50 werknemers", "Dit mag bij:\n>50 werknemers")]
    [InlineData(
        "Dit mag bij:\n> 50 werknemers\n\n" + Attribution + "\n> " + Question, "Dit mag bij:\n> 50 werknemers")]
    [InlineData(
        Attribution + "\n> " + Question + "\n\nDit mag bij:\n> 50 werknemers\n> 2 jaar ervaring",
        "Dit mag bij:\n> 50 werknemers\n> 2 jaar ervaring")]
    [InlineData(
        "Zie onder.\n\n" + Attribution + "\n> Het college kan ontheffing verlenen.",
        "Zie onder.\n\n> Het college kan ontheffing verlenen.")]
    [InlineData(
        "Zie onder.\n\n" + Attribution + "\n> " + Question + "\n> Nee, dat mag niet.", "Zie onder.\n\nNee, dat mag niet.")]
    [InlineData("Zie onder.\n\n" + Attribution + "\n> " + Question + "\n> Nee. Groet\n> Met groet", "Zie onder.\n\nNee. Groet")]
    [InlineData("Zie onder.\n\n" + Header + "Ja, dat mag.", "Zie onder.\n\nJa, dat mag.")]
    [InlineData("Zie onder.\n\n" + Header + "Het mag, mits het UWV toestemt.", "Zie onder.\n\nHet mag, mits het UWV toestemt.")]
    [InlineData("Zie onder.\n\n" + Header + "Dit mag bij:\n> 50 werknemers", "Zie onder.\n\nDit mag bij:\n> 50 werknemers")]
    [InlineData("Zie onder.\n\n" + Header + "👍", "Zie onder.\n\n👍")]
    [InlineData(
        "Zie onder.\n\nVan: RegelLoket\nVerzonden: maandag\nOnderwerp: Vraag\nHet mag; vragen aan jan@minszw.example.",
        "Zie onder.\n\nHet mag; vragen aan jan@minszw.example.")]
    public void Read_TextWithSignsOrAHeadThatHoldsNothingOfOurs_ReadsItWithItsSigns(string text, string expected) =>
        Assert.Equal(Lines(expected), Lines(Read(text).Words));

    [Fact]
    public void Read_ACitationThatCameBefore_IsNewWithoutAHeadAboveIt() => Assert.Contains("Het college kan ontheffing verlenen.",
        Read("", "<p>Artikel 3:</p><blockquote>Het college kan ontheffing verlenen.</blockquote>",
            "Zie artikel 3.\nHet college kan ontheffing verlenen.").Words, StringComparison.Ordinal);

    [Fact]
    public void PassagesOf_NewLinesWithSignsBesideAQuotation_FoldsTheQuotationAlone()
    {
        var reading = Read($"> 50 werknemers\n\n{Attribution}\n{Signed()}");

        Assert.Equal([(false, "> 50 werknemers")], MailReader.PassagesOf(reading.Whole!).Where(passage => !passage.IsQuoted));
    }

    private const string Disclaimer = "Dit bericht kan informatie bevatten die niet voor u is bestemd. Indien u niet de geadresseerde "
        + "bent of dit bericht abusievelijk aan u is toegezonden, wordt u verzocht dat aan de afzender te melden en het te verwijderen.";

    [Theory]
    [InlineData("Het mag, zie artikel 76.", "<div>" + Disclaimer + "</div>")]
    [InlineData(
        "Het mag, zie artikel 76, en dat geldt ook voor een opleiding in deeltijd die langer duurt.", "<div>Zie ook bijlage 2.</div>")]
    [InlineData("👍", "<div>" + Disclaimer + "</div>")]
    [InlineData("https://wetten.example/artikel-76", "<div>" + Disclaimer + "</div>")]
    public void Read_TextAndPageWithOtherWords_ReadsBoth(string text, string html)
    {
        var words = Read(text, html).Words;

        Assert.Contains(text, words, StringComparison.Ordinal);
        Assert.Contains(html[5..^6], words, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TextWithOneLineMoreThanThePage_AddsThatLineAlone()
    {
        const string Sentence = "Wij hebben de vraag besproken met het UWV en met onze afdeling wetgeving, en komen tot dit antwoord. "
            + "Ja, dat mag volgens artikel 76 van de wet, ook als de opleiding in deeltijd is en langer duurt dan dat";
        var text = string.Join('\n', Wrapped(Sentence, 40)) + "\n\nZie artikel 3<https://wetten.example/x>\n1. een\n2) twee\n"
            + "[image: foto.png]\nVoor groep 2 niet.";

        Assert.Equal($"Voor groep 2 niet.\n\n{Sentence}\nZie artikel 3 <https://wetten.example/x>\n- een\n- twee", Read(text,
            $"<p>{Sentence}</p>" + """<div>Zie <a href="https://wetten.example/x">artikel 3</a></div>"""
            + """<ol><li>een</li><li>twee</li></ol><img src="cid:x" alt="foto.png">""").Words);
    }

    [Fact]
    public void Read_QuotationInBoth_IsAddedByNeither() => Assert.Equal("Ja, dat mag.",
        Read($"Ja, dat mag.\n\n{Attribution}\n{Signed()}",
            $"<p>Ja, dat mag.</p><p>{Attribution}</p><blockquote>{LaidOut()}</blockquote>").Words);

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
