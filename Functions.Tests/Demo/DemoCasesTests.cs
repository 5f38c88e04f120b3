using LocalHost.Startup;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;
using RegelLoket.Storage;

namespace RegelLoket.Tests.Demo;

/// <summary>
/// What <c>./run --demo</c> shows: a year of cases in every status, experiments in each step of the spiral, and organisations that
/// joined.
/// </summary>
public sealed class DemoCasesTests
{
    private const string Program = "../../../../samples/bin/Demo.dll";

    [Fact]
    public async Task Demo_RunTwice_HasAYearOfCasesInEveryStatusOnce()
    {
        await using var app = await AppFixture.StartAsync();

        Assert.True(await DemoProcess.RunAsync(Program, app.Host, default));
        var counts = await CountsAsync(app);
        Assert.True(await DemoProcess.RunAsync(Program, app.Host, default));

        Assert.True(counts.Values.Sum() >= 60, $"{counts.Values.Sum()} cases");
        Assert.All(counts.Where(count => count.Key != CaseStatus.TakenBack.Slug()), count =>
            Assert.True(count.Value > 0, $"no case is '{count.Key}'"));
        Assert.Equal(counts.Values.Sum(), (await CountsAsync(app)).Values.Sum());

        var (store, states) = (app.Services.GetRequiredService<CaseStore>(), new List<CaseState>());
        await foreach (var row in app.Services.GetRequiredService<CaseIndex>().AllAsync(year: null, default))
        {
            states.Add((await store.FindAsync(row.Number, default))!.State);
        }

        var (experiments, months) = (states.SelectMany(s => s.Experiments).ToList(), states.Select(s => s.ReportedAt.Month).Distinct());
        Assert.True(months.Count() >= 9, "The cases are spread over the year.");
        Assert.Equal(EnumNames.All<ExperimentPhase>(), experiments.Where(x => x.EndedAt is null).Select(x => x.Notes[^1].Phase).Order());
        Assert.Equal([ExperimentResult.Worked, ExperimentResult.DidNotWork], experiments.Where(x => x.Shared is not null)
            .Select(x => x.Result!.Value).Order());
        Assert.Equal(3, states.Sum(s => s.Followers.Length));
    }

    private static async Task<Dictionary<string, int>> CountsAsync(AppFixture app)
    {
        var counts = EnumNames.All<CaseStatus>().ToDictionary(status => status.Slug(), _ => 0);
        await foreach (var row in app.Services.GetRequiredService<CaseIndex>().AllAsync(year: null, default))
        {
            counts[row.Status.Slug()]++;
        }

        return counts;
    }
}
