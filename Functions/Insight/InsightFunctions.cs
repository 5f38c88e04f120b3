using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using RegelLoket.Cases;
using RegelLoket.Insight.Pages;
using RegelLoket.Web;

namespace RegelLoket.Insight;

/// <summary>The figures: for colleagues in full, for everybody without small numbers.</summary>
public sealed class InsightFunctions(CaseFeed feed, FiguresProjection projection, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    [Function(nameof(GetFigures))]
    public async Task<IResult> GetFigures([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "cijfers")] HttpRequest request, CancellationToken cancellation)
    {
        await feed.RefreshAllAsync(Patience, cancellation);
        return Page.Render<FiguresPage>(new { Figures = projection.Now(), At = clock.GetUtcNow(), feed.IsWhole });
    }

    [Function(nameof(GetInsight))]
    public async Task<IResult> GetInsight([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "werkbank/inzicht")] HttpRequest request, CancellationToken cancellation)
    {
        await feed.RefreshAllAsync(Patience, cancellation);
        return Page.Render<InsightPage>(new { Figures = projection.Now(), At = clock.GetUtcNow(), feed.IsWhole });
    }

    /// <summary>Every count as one table, for a spreadsheet.</summary>
    [Function(nameof(GetInsightTable))]
    public async Task<IResult> GetInsightTable([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "werkbank/inzicht.csv")] HttpRequest request, CancellationToken cancellation)
    {
        await feed.RefreshAllAsync(Patience, cancellation);
        var figures = projection.Now();
        var groups = new (string Name, IReadOnlyList<Count> Counts)[]
        {
            ("maand", figures.ByMonth), ("thema", figures.ByTheme), ("branche", figures.ByBranche), ("uitkomst", figures.ByOutcome), ("ministerie", figures.ByMinistry),
            ("regel", figures.ByRule), ("openstaand", figures.OpenByAge), ("effect", figures.Effects),
        };
        return Results.Bytes(
            Csv.Write(["groep", "naam", "aantal"], groups.SelectMany(g => g.Counts.Select(c => (IReadOnlyList<string?>)[g.Name, c.Name, c.Number.ToString(CultureInfo.InvariantCulture)]))),
            "text/csv; charset=utf-8", "inzicht.csv");
    }
}
