using RegelLoket.Cases;
using RegelLoket.Library;
using RegelLoket.Library.Items;
using RegelLoket.Library.Search;
using RegelLoket.Tests.ContextAnalysis;

namespace RegelLoket.Tests.Library;

/// <summary>
/// What visitors type, in a library of the seeds and the shared cases of the demo. Each sample names the items that answer it, of which
/// one must be among the first three; where the library has none, something near must be offered.
/// </summary>
public sealed class LaySearchTests(ITestOutputHelper output)
{
    private const int First = 3;

    private static readonly LibraryIndex Index = LibraryIndex.Of([.. LibrarySeed.Items(), .. Cases()]);

    [Theory]
    [InlineData("zoekvragen/ontwikkel.json", 0.9)]
    [InlineData("zoekvragen/achtergehouden.json", 0.85)]
    [InlineData("zoekvragen/vers.json", 0.93)]
    [InlineData("zoekvragen/vers-2.json", 0.93)]
    public void Ask_LayQueries_RightItemAmongTheFirstThree(string file, double share)
    {
        var (asked, right) = (0, 0);
        foreach (var sample in Samples.Read(file))
        {
            var expected = sample.GetProperty("antwoorden").EnumerateArray().Select(id => id.GetString()).ToList();
            if (expected.Count == 0)
            {
                Assert.NotEmpty(Index.Ask(sample.Text("vraag")).Concat(Index.Nearest(sample.Text("vraag"), First)));
                continue;
            }

            asked++;
            var found = Index.Ask(sample.Text("vraag")).Take(First).Select(hit => hit.Item.Id).ToList();
            right += found.Exists(expected.Contains) ? 1 : 0;
            output.WriteLine($"{(found.Exists(expected.Contains) ? "right" : "WRONG")} {sample.Text("vraag")}: {string.Join(", ", found)}");
        }

        Assert.True(right >= share * asked, $"{right} of {asked}");
    }

    [Theory]
    [InlineData("xyzzyplugh")]
    [InlineData("!!!")]
    public void Ask_NothingToFind_IsEmpty(string words) => Assert.Empty(Index.Ask(words));

    private static IEnumerable<LibraryItem> Cases() => Samples.ReadFolder("meldingen")
        .Where(sample => sample.Content.TryGetProperty("analyse", out var analysis) && analysis.TryGetProperty("publicatie", out _))
        .Select(sample =>
        {
            var analysis = sample.Content.GetProperty("analyse");
            var shared = analysis.GetProperty("publicatie");
            return new Factsheet
            {
                Id = Path.GetFileNameWithoutExtension(sample.Name),
                Title = shared.Text("titel"),
                Problem = shared.Text("probleem"),
                RuleSays = "",
                WhatYouMay = shared.Text("antwoord"),
                Outcome = OutcomeKind.HetKanAl,
                PublishedAt = default,
                ModifiedAt = default,
                ReviewBefore = default,
                Rules = [.. analysis.GetProperty("regels").EnumerateArray().Select(rule => new PublicRule
                {
                    CitationTitle = rule.Text("citeertitel"),
                })],
            };
        });
}
