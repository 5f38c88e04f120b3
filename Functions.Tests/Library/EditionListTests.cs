using RegelLoket.Cases;
using RegelLoket.Library.Editing;
using RegelLoket.Library.Editing.Components;
using RegelLoket.Library.Items;
using RegelLoket.Tests.Cases;
using RegelLoket.Tests.Web;

namespace RegelLoket.Tests.Library;

/// <summary>The changes that a second reader judges.</summary>
public sealed class EditionListTests
{
    private static readonly Yield Saving = new()
    {
        Kind = YieldKind.Saving,
        Value = 40,
        Unit = YieldUnit.Euro,
        Source = "Jaarverslag",
    };

    private static readonly FrontRunner Before = new()
    {
        Id = "leren",
        Title = "Leren",
        Month = "2026-09",
        Summary = "Zij leren samen op de werkvloer.",
        HowItWorks = "Zo.",
        WhatItYields = "Dit.",
        WhyFrontRunner = "Daarom.",
        Yields = [Saving],
        PublishedAt = CaseFiles.ReportedAt,
        ModifiedAt = CaseFiles.ReportedAt,
    };

    [Fact]
    public async Task Changes_OfAResult_TellWhetherItWasMeasuredAndWhatOneHasToKnow()
    {
        var words = await WordsAsync(Before with { Yields = [Saving with { IsEstimate = true, Remark = "Bij gelijk verzuim." }] });

        Assert.Contains("[eraf: gemeten ]", words, StringComparison.Ordinal);
        Assert.Contains("[erbij: geschat ]", words, StringComparison.Ordinal);
        Assert.Contains("Bij gelijk verzuim.", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_OfAText_AreMarkedWordByWordAlsoForTheEar()
    {
        var words = await WordsAsync(Before with { Summary = "Zij werken samen op de werkvloer." });

        Assert.Contains("Zij [eraf: leren ] [erbij: werken ] samen op de werkvloer.", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_OfNothing_AreNotListed() =>
        Assert.DoesNotContain("Wat er veranderde", await WordsAsync(Before), StringComparison.Ordinal);

    private static async Task<string> WordsAsync(FrontRunner after)
    {
        await using var rendered = new Rendered();
        Edition edition = new()
        {
            Id = "leren",
            Version = 2,
            What = EditionKind.Proposed,
            By = new Actor(ActorRole.Coordinator, "Co"),
            At = CaseFiles.ReportedAt,
            Before = Before,
            After = after,
        };
        return await rendered.TextAsync<EditionList>(new() { ["History"] = new List<Edition> { edition } });
    }
}
