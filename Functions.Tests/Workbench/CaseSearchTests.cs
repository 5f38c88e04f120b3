using RegelLoket.Cases;
using RegelLoket.Tests.Cases;
using RegelLoket.Workbench;

namespace RegelLoket.Tests.Workbench;

/// <summary>A case is found by words as people write them in Dutch, and by its number as people remember it.</summary>
public sealed class CaseSearchTests
{
    private const string Text =
        "De Regio\u2019s en zzp\u2019ers vragen \u201Clangdurige zorg\u201D (volgens de Wlz), co\u00F6rdinatie\u00ADkosten, "
        + "een cafe\u0301 en zij-instromers op het gemeente\u200Bhuis; \u0132sland.";

    private static readonly CaseEntry Entry = CaseEntry.Of(CaseFiles.Of(CaseFiles.Reported()).WithText(1, TextNames.Title, Text));

    [Theory]
    [InlineData("regio's")]
    [InlineData("Regio\u2019s")]
    [InlineData("regios")]
    [InlineData("zzp'er")]
    [InlineData("ZZP`er")]
    [InlineData("zzper")]
    [InlineData("\"langdurige zorg\"")]
    [InlineData("\u201Elangdurige zorg\u201D")]
    [InlineData("\u00ABlangdurige zorg\u00BB")]
    [InlineData("langdurige, zorg")]
    [InlineData("(Wlz)")]
    [InlineData("Wlz.")]
    [InlineData("langdurige\u00A0zorg")]
    [InlineData("lang\u00ADdurige zorg")]
    [InlineData("zo\u200Brg")]
    [InlineData("coordinatiekosten")]
    [InlineData("co\u00F6rdinatie")]
    [InlineData("coo\u0308rdinatie")]
    [InlineData("caf\u00E9")]
    [InlineData("cafe")]
    [InlineData("zijinstromer")]
    [InlineData("zij-instromer")]
    [InlineData("zij\u2011instromer")]
    [InlineData("zij instromer")]
    [InlineData("gemeentehuis")]
    [InlineData("ijsland")]
    public void Find_HoweverItIsWritten_Case16_FindsAndMarksIt(string search)
    {
        var match = new CaseSearch(search).Find(Entry);

        Assert.NotNull(match);
        Assert.Contains(match.Pieces, piece => piece.IsHit);
    }

    [Theory]
    [InlineData("7KQ4M")]
    [InlineData("7kq4m")]
    [InlineData("RR-2026-7KQ4M")]
    [InlineData("rr 2026 7kq4m")]
    [InlineData("2026-7KQ4M")]
    [InlineData("(7KQ4M)")]
    [InlineData("zorg 7kq4m")]
    public void Find_ByTheEndOfTheNumber_FindsTheCase(string search) => Assert.NotNull(new CaseSearch(search).Find(Entry));

    [Theory]
    [InlineData("io0l1")]
    [InlineData("10011")]
    public void Find_LookAlikes_AreReadAsTheNumberHasThem(string search)
    {
        var file = CaseFiles.Of(CaseFiles.Reported());

        Assert.NotNull(new CaseSearch(search).Find(CaseEntry.Of(file with
        {
            State = file.State with { Number = CaseNumber.Parse("RR-2026-10011") },
        })));
    }

    [Theory]
    [InlineData("6KQ4M")]
    [InlineData("2025-7KQ4M")]
    [InlineData("Q4M")]
    [InlineData("regio nachtdienst")]
    [InlineData("!?")]
    public void Find_WhatIsNotThere_FindsNothing(string search) => Assert.Null(new CaseSearch(search).Find(Entry));

    [Fact]
    public void Find_WordOfSeveralParts_MarksWhatWasWritten()
    {
        string[] Hits(string search) =>
            [.. new CaseSearch(search).Find(Entry)!.Pieces.Where(piece => piece.IsHit).Select(piece => piece.Text)];

        Assert.Equal(["zij-instromer"], Hits("zijinstromer"));
        Assert.Equal(["gemeente\u200Bhuis"], Hits("gemeentehuis"));
        Assert.Equal(["Regio\u2019s"], Hits("regios"));
        Assert.Equal(["langdurige", "zorg"], Hits("\"langdurige zorg\""));
    }
}
