using RegelLoket.Cases;
using RegelLoket.Insight;
using RegelLoket.Insight.Components;
using RegelLoket.Insight.Pages;
using RegelLoket.Tests.Cases;
using RegelLoket.Tests.Web;
using RegelLoket.Web;

namespace RegelLoket.Tests.Insight;

/// <summary>The figures as the public reads them: people are never counted out, ministries and laws are.</summary>
public sealed class FiguresPageTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly DateOnly Asked = new(2026, 9, 1);

    [Fact]
    public async Task Page_PunctualityOfAMinistry_IsToldHoweverSmall()
    {
        await using var pages = new Rendered();

        var text = await pages.TextAsync<FiguresPage>(Parameters());

        Assert.Contains("VWS 8 8 0 0 0 0 7 van 8", text, StringComparison.Ordinal);
        Assert.Contains("SZW 1 1 0 0 0 0 1 van 1 1 dag", text, StringComparison.Ordinal);
        Assert.Contains("Wet BIG 1", text, StringComparison.Ordinal);
        Assert.Contains("Ouderenzorg 8", text, StringComparison.Ordinal);
        Assert.Contains("Thuiszorg minder dan 5", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_Charts_AreTextWithBarsAndNoPicture()
    {
        await using var pages = new Rendered();

        var html = await pages.HtmlAsync<FiguresPage>(Parameters());
        var chart = await pages.HtmlAsync<BarChart>(new()
        {
            [nameof(BarChart.Id)] = "x",
            [nameof(BarChart.Title)] = "Regels",
            [nameof(BarChart.Counts)] = new Count[] { new("Besluit langdurige zorg en nog veel meer woorden", 12), new("Wet BIG", 3) },
        });

        Assert.DoesNotContain("<text", html, StringComparison.Ordinal);
        Assert.Contains("<dt>Besluit langdurige zorg en nog veel meer woorden</dt>", chart, StringComparison.Ordinal);
        Assert.Contains("<meter aria-hidden=\"true\" max=\"12\" value=\"3\"></meter>", chart, StringComparison.Ordinal);
    }

    /// <summary>Of a hidden number the bar shows nothing either.</summary>
    [Fact]
    public async Task Chart_SmallNumber_ShowsInNeitherTextNorBar()
    {
        await using var pages = new Rendered();

        var chart = await pages.HtmlAsync<BarChart>(new()
        {
            [nameof(BarChart.Id)] = "x",
            [nameof(BarChart.Title)] = "Branches",
            [nameof(BarChart.Counts)] = new Count[] { new("Thuiszorg", 3), new("Ouderenzorg", 20), new("Ggd", 4) },
            [nameof(BarChart.HideBelow)] = SmallCountSuppression.Smallest,
        });

        Assert.DoesNotContain("\"3\"", chart, StringComparison.Ordinal);
        Assert.DoesNotContain("\"4\"", chart, StringComparison.Ordinal);
        Assert.Contains("minder dan 5", chart, StringComparison.Ordinal);
    }

    internal static Dictionary<string, object?> Parameters()
    {
        MinistryTurn Turn(Ministry ministry, int days, bool late = false) =>
            new(ministry, Asked, Asked.AddDays(days), Asked.AddDays(28), RequestStatus.Answered) { IsLate = late };
        var cases = Enumerable.Range(0, 8).Select(i => Fact(Branche.Ouderenzorg, Turn(Ministry.Vws, 10, late: i == 0)))
            .Append(Fact(Branche.Thuiszorg, Turn(Ministry.Szw, 1)) with { Rule = "Wet BIG" })
            .Concat(Enumerable.Range(0, 4).Select(_ => Fact(Branche.Ggd))).ToList();
        return new()
        {
            [nameof(FiguresPage.Figures)] = Figures.Of(cases, Today),
            [nameof(FiguresPage.At)] = CaseFiles.ReportedAt,
            [nameof(FiguresPage.IsWhole)] = true,
        };
    }

    private static CaseFacts Fact(Branche branche, params MinistryTurn[] turns) => new()
    {
        Number = CaseFiles.Number,
        Branche = branche,
        Themes = [],
        ReportedOn = Asked,
        Category = CaseCategory.Open,
        Reached = new Dictionary<Milestone, DateOnly>(),
        Turns = turns,
        Effects = [],
    };
}
