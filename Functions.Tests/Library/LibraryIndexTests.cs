using RegelLoket.Library;
using RegelLoket.Library.Items;
using RegelLoket.Library.Search;

namespace RegelLoket.Tests.Library;

public sealed class LibraryIndexTests
{
    private static readonly IReadOnlyList<LibraryItem> Seeds = [.. LibrarySeed.Items()];

    [Theory]
    [InlineData("insuline prikken door helpende", "mag-een-helpende-insuline-prikken")]
    [InlineData("statushouder", "mag-een-statushouder-bij-ons-werken")]
    [InlineData("stagiairs dossiers", "stagiair-in-het-dossier")]
    [InlineData("WW omscholen", "uitkering-houden-tijdens-omscholing")]
    [InlineData("BIG registratie docent", "telt-werk-als-docent-mee-voor-big")]
    [InlineData("twee werkgevers uitlenen", "collega-delen-met-andere-instelling")]
    public void Find_InDailyWords_GivesTheAnswerFirst(string words, string expected) =>
        Assert.Equal(expected, LibraryIndex.Of(Seeds).Find(words)[0].Item.Id);

    [Fact]
    public void Find_WordThatBeginsALongerOne_FindsIt() =>
        Assert.Contains(LibraryIndex.Of(Seeds).Find("stage"), hit => hit.Item.Id == "stagiair-in-het-dossier");

    [Theory]
    [InlineData("'stagiairs', dossiers")]
    [InlineData("\u201Cstagiairs dossiers\u201D")]
    [InlineData("(stagiairs)\u00A0dossiers")]
    [InlineData("stagi\u00ADairs dos\u200Bsiers")]
    public void Find_HoweverItIsWritten_GivesTheSameAnswer(string words) =>
        Assert.Equal("stagiair-in-het-dossier", LibraryIndex.Of(Seeds).Find(words)[0].Item.Id);

    [Theory]
    [InlineData("zijinstromers")]
    [InlineData("zij-instromers")]
    [InlineData("zij instromers")]
    public void Find_WordWithAHyphen_IsFoundInOnePieceToo(string words)
    {
        var item = Seeds.OfType<Factsheet>().First() with { Id = "zij-instroom", Title = "Wat mogen zij-instromers?" };

        Assert.Equal("zij-instroom", LibraryIndex.Of([.. Seeds, item]).Find(words)[0].Item.Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("!!!")]
    [InlineData("xyzzyplugh")]
    public void Find_NothingToFind_IsEmpty(string words) => Assert.Empty(LibraryIndex.Of(Seeds).Find(words));

    [Fact]
    public void Seeds_EverySentenceIsReadable() =>
        Assert.All(Texts().SelectMany(text => text.Split(['.', '?', '!', ':', '\n'])), sentence =>
        Assert.InRange(sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length, 0, 25));

    [Fact]
    public void Seeds_AtLeastTwelveFactsheetsWithARule()
    {
        var sheets = Seeds.OfType<Factsheet>().ToList();

        Assert.InRange(sheets.Count, 12, int.MaxValue);
        Assert.All(sheets, sheet => Assert.NotEmpty(sheet.Rules));
        Assert.All(sheets, sheet => Assert.NotNull(sheet.CheckYourself));
    }

    private static IEnumerable<string> Texts() => Seeds.SelectMany(item => item switch
    {
        LibraryAnswer answer => new[] { answer.Title, answer.Problem, answer.RuleSays, answer.WhatYouMay },
        FrontRunner runner => [runner.Title, runner.Summary, runner.HowItWorks, runner.WhatItYields, runner.WhyFrontRunner],
        _ => [],
    });
}
