using RegelLoket.Cases;
using RegelLoket.Web;
using RegelLoket.Web.Handouts;

namespace RegelLoket.Tests.Web.Handouts;

/// <summary>The PDF of a handout, read back by another library: every word, tagged, in Dutch, with its letters in the file.</summary>
public sealed class HandoutPdfTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 30, 9, 0, 0, TimeSpan.Zero);
    private static readonly SiteOptions Site = new() { Address = new Uri("https://loket.example") };

    [Fact]
    public void Write_AnswerOfOrdinaryLength_IsOneTaggedA4InDutch()
    {
        using var pdf = new ReadPdf(HandoutPdf.Write(Ordinary, Site, Now));

        Assert.Equal(1, pdf.Pages);
        Assert.All(pdf.Sizes, size => Assert.Equal((595, 842), (Math.Round(size.Width), Math.Round(size.Height))));
        Assert.Equal(("Mag een helpende insuline prikken?", "nl-NL"), (pdf.Title, pdf.Language));
        Assert.True(pdf.IsMarked && pdf.ShowsTitle);
        Assert.NotEmpty(pdf.Fonts);
        Assert.All(pdf.Fonts, font => Assert.True(font.IsEmbedded && font.Name.Contains("Atkinson", StringComparison.Ordinal), font.Name));
    }

    [Fact]
    public void Write_HeadingsParagraphsAndLinks_AreTaggedInReadingOrder()
    {
        using var pdf = new ReadPdf(HandoutPdf.Write(Ordinary, Site, Now));

        Assert.Equal(
            ["Document", .. HandoutBlocks.Of(Ordinary, Site).SelectMany(block => block.Style switch
            {
                HandoutStyle.Title => ["H1"],
                HandoutStyle.Heading => ["H2"],
                _ when block.Link is not null => ["P", "Link"],
                _ => (string[])["P"],
            })], pdf.Tags);
        Assert.Equal(
            ["https://wetten.overheid.nl/BWBR0006251", "https://loket.example/bibliotheek/insuline", "https://loket.example/contact"],
            pdf.Links);
    }

    [Fact]
    public void Write_TextOfAnyone_SaysEveryLetterInOrder()
    {
        var handout = Ordinary with
        {
            Parts =
            [
                new("Wat mag je doen?",
                    "Eén “citaat” – met € 5, naïef, Łódź, Gülşen… en • punten.\nNieuwe regel\tmet tab."),
            ],
        };

        using var pdf = new ReadPdf(HandoutPdf.Write(handout, Site, Now));

        Assert.Equal(LettersOf(handout), pdf.Letters);
    }

    [Fact]
    public void Write_LongestTextsAllowed_TakesMorePagesAndCutsNothing()
    {
        var handout = Longest;

        using var pdf = new ReadPdf(HandoutPdf.Write(handout, Site, Now));

        Assert.InRange(pdf.Pages, 2, 20);
        for (var page = 1; page <= pdf.Pages; page++)
        {
            Assert.Contains($"Bladzijde{page}van{pdf.Pages}", pdf.LettersOf(page), StringComparison.Ordinal);
        }

        Assert.Equal(
            LettersOf(handout), string.Concat(Enumerable.Range(1, pdf.Pages).Select(page =>
                pdf.LettersOf(page).Replace($"Bladzijde{page}van{pdf.Pages}", "", StringComparison.Ordinal))));
        Assert.Equal(
            HandoutBlocks.Of(handout, Site).Count(block => block.Style == HandoutStyle.Heading), pdf.Tags.Count(tag => tag == "H2"));
    }

    [Fact]
    public void Write_TextThatJustDoesNotFit_UsesSmallerLettersBeforeASecondPage()
    {
        var sizes = Enumerable.Range(1, 40).Select(words => HandoutLayout.Of(HandoutBlocks.Of(Ordinary with
        {
            Parts = [new("Wat mag je doen?", string.Concat(Enumerable.Repeat("Leg het samen vast in een afspraak. ", words * 5)))],
        }, Site))).ToList();

        Assert.Equal(HandoutLayout.Sizes, sizes.Where(layout => layout.Pages == 1).Select(layout => layout.Size).Distinct());
        Assert.All(sizes.Where(layout => layout.Pages > 1), layout => Assert.Equal(HandoutLayout.Sizes[0], layout.Size));
        Assert.All(sizes.SelectMany(layout => layout.Lines), line =>
            Assert.InRange(line.Top + line.Height, 0, HandoutLayout.PageHeight - HandoutLayout.Margin + 0.01));
    }

    [Fact]
    public void Write_AddressLongerThanALine_IsBrokenWithinIt()
    {
        var address = "https://loket.example/" + new string('w', 300);
        var handout = Ordinary with { Parts = [new("Wat mag je doen?", address)] };

        using var pdf = new ReadPdf(HandoutPdf.Write(handout, Site, Now));

        Assert.Contains(address, pdf.Letters, StringComparison.Ordinal);
    }

    [Fact]
    public void Blocks_OfARuleThatNobodyLookedUp_SayThatAndNameNoDay()
    {
        var rule = new RuleReference(null, "Cao VVT", "§ 3", null);

        Assert.Equal("Cao VVT, § 3 (nog niet nagekeken).", HandoutBlocks.Cite(rule));
        Assert.Equal("Wet BIG, artikel 35 (nagekeken op 1 mei 2017).", HandoutBlocks.Cite(Ordinary.Rules[0]));
        Assert.DoesNotContain(
            HandoutBlocks.Of(Ordinary with { Rules = [rule] }, Site), block => block.Link?.Host == "wetten.overheid.nl");
    }

    [Theory]
    [InlineData(null, "Antwoord van 1 mei 2026.")]
    [InlineData("/bibliotheek/insuline", "Bijgewerkt op 1 mei 2026.")]
    public void Blocks_OfADay_SayWhetherItIsOfTheAnswerOrOfItsNewestChange(string? path, string line) => Assert.Contains(
        HandoutBlocks.Of(Ordinary with { AnsweredOn = new DateOnly(2026, 5, 1), PublicPath = path }, Site), block => block.Text == line);

    [Fact]
    public void Blocks_OfACaseThatIsLookedAtAgain_WarnBeforeTheyTell()
    {
        var blocks = HandoutBlocks.Of(Ordinary with { LookedAtAgainSince = new DateOnly(2026, 6, 1) }, Site).ToList();

        var warning = blocks.FindIndex(
            block => block.Text.Contains("sinds 1 juni 2026 kijken we hier opnieuw naar", StringComparison.Ordinal));
        Assert.InRange(warning, 0, blocks.FindIndex(block => block.Style == HandoutStyle.Heading) - 1);
        Assert.DoesNotContain(
            HandoutBlocks.Of(Ordinary, Site), block => block.Text.Contains("opnieuw naar", StringComparison.Ordinal));
    }

    [Fact]
    public void Blocks_OfAnyOutcome_SpeakToSomebodyWhoDidNotReport() => Assert.All(EnumNames.All<OutcomeKind>(), outcome =>
    {
        var opening = HandoutBlocks.Of(Ordinary with { Outcome = outcome }, Site).Single(block => block.Style == HandoutStyle.Lead).Text;

        Assert.DoesNotContain("melding", opening, StringComparison.OrdinalIgnoreCase);
        Assert.NotEmpty(opening);
    });

    private static Handout Ordinary => new()
    {
        Path = "/bibliotheek/insuline/op-papier",
        Title = "Mag een helpende insuline prikken?",
        Outcome = OutcomeKind.HetKanAl,
        Rules = [new RuleReference("BWBR0006251", "Wet BIG", "35", new DateOnly(2017, 5, 1))],
        Parts =
        [
            new("Wat mag je doen?", "Laat de helpende scholen en toetsen, en leg de bekwaamheid vast."),
            new("Wat zegt de regel echt?", "De wet vraagt bekwaamheid, geen bepaald diploma."),
        ],
        AnsweredOn = new DateOnly(2026, 11, 22),
        PublicPath = "/bibliotheek/insuline",
    };

    /// <summary>Every text of an outcome at its longest.</summary>
    private static Handout Longest => Ordinary with
    {
        Rules = [new RuleReference("BWBR0006251", new string('R', 300), new string('9', 60), null)],
        Parts = [.. new[] { "Wat zegt de regel echt?", "Wat mag je doen?", "Zo was het", "Zo wordt het" }.Select((heading, i) =>
            new HandoutPart(heading, string.Join(i == 0 ? "\n" : " ", Enumerable.Repeat($"Zin {i} van de uitleg.", 5_000 / 20))[..4_990]))],
    };

    private static string LettersOf(Handout handout) => string.Concat(HandoutBlocks.Of(handout, Site)
        .SelectMany(block => block.Text).Where(sign => !char.IsWhiteSpace(sign)));
}
