using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using RegelLoket.Cases;
using RegelLoket.Insight.Pages;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.Insight;

/// <summary>The figures: in full for colleagues, without small counts for the public.</summary>
[RoutePolicy(Audience.Analyst)]
public sealed class InsightFunctions(CaseFeed feed, FiguresProjection projection, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    [Function(nameof(GetFigures))]
    [RoutePolicy(Audience.Public)]
    public async Task<IResult> GetFigures(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "cijfers")] HttpRequest request, CancellationToken cancellation)
    {
        var isWhole = await feed.TryRefreshAllAsync(Patience, cancellation);
        return Page.Render<FiguresPage>(new { Figures = projection.Now(), At = clock.GetUtcNow(), IsWhole = isWhole });
    }

    [Function(nameof(GetInsight))]
    public async Task<IResult> GetInsight(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "werkbank/inzicht")]
        HttpRequest request, CancellationToken cancellation)
    {
        var isWhole = await feed.TryRefreshAllAsync(Patience, cancellation);
        return Page.Render<InsightPage>(new { Figures = projection.Now(), At = clock.GetUtcNow(), IsWhole = isWhole });
    }

    /// <summary>Returns every count as one CSV table.</summary>
    [Function(nameof(GetInsightTable))]
    public async Task<IResult> GetInsightTable(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "werkbank/inzicht.csv")]
        HttpRequest request, CancellationToken cancellation)
    {
        await feed.RefreshWholeAsync(Patience, cancellation);
        var figures = projection.Now();
        (string Name, IReadOnlyList<Count> Counts)[] groups =
        [
            ("stand",
            [
                new("Meldingen", figures.Reports), new("Zaken", figures.Cases), new("Met een uitkomst", figures.Decided),
                new("Binnen de regels", figures.WithRoom),
                new("Nog zonder uitkomst", figures.Open),
                new("Ingetrokken of gestopt", figures.Withdrawn), new("Samen met een andere", figures.Merged),
            ]),
            ("maand", figures.ByMonth), ("thema", figures.ByTheme), ("branche", figures.ByBranche),
            ("uitkomst", figures.ByOutcome),
            ("ministerie", figures.ByMinistry),
            ("regel", figures.ByRule), ("openstaand", figures.OpenByAge), ("effect", figures.Effects),
            ("delen", figures.Sharing), ("niet delen, want", figures.NotShared),
            .. figures.Scorecards.Select(card => ($"reacties {card.Ministry.Label()}", (IReadOnlyList<Count>)
            [
                new("Gevraagd", card.Asked), new("Beantwoord", card.Answered), new("Uitgelegd", card.Explained),
                new("Stil", card.Silent),
                new("Nog bezig", card.Waiting),
                new("Niet meer nodig", card.Dropped), new("Op tijd", card.InTime),
            ])),
            .. figures.Suggestions.Select(score => ($"suggestie {score.Version}", (IReadOnlyList<Count>)
            [
                new("Vergeleken", score.Compared), new("Helemaal goed", score.Exact), new("Onbekend", score.Unknown),
                .. score.Ministries.SelectMany(hits => (IEnumerable<Count>)
                [
                    new($"{hits.Ministry.Label()} genoemd", hits.Suggested),
                    new($"{hits.Ministry.Label()} terecht", hits.Right),
                    new($"{hits.Ministry.Label()} volgens de analist", hits.Found),
                ]),
            ])),
        ];
        return Results.Bytes(
            Csv.Write(["groep", "naam", "aantal"],
                groups.SelectMany(g => g.Counts.Select(
                c => (IReadOnlyList<object?>)[g.Name, c.Name, c.Number]))),
            Csv.ContentType, "inzicht.csv");
    }
}
