using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using RegelLoket.Cases;
using RegelLoket.Demo;

namespace RegelLoket.Tests.Demo;

/// <summary>What <c>./run --demo</c> shows: cases in every status, experiments in each step of the spiral, and organisations that joined.</summary>
public sealed class DemoCasesTests
{
    [Fact]
    public async Task Demo_Started_HasSixtyCasesInEveryStageAndEachSampleWentAllTheWay()
    {
        await using var app = await AppFixture.StartAsync(("Demo", "true"));

        await app.Services.GetServices<IHostedService>().OfType<DemoCases>().Single().ExecuteTask!.WaitAsync(TimeSpan.FromMinutes(3));

        using var analyst = app.AsAnalyst();
        var counts = new Dictionary<string, int>();
        foreach (var status in Names.All<CaseStatus>().Select(status => status.Slug()))
        {
            counts[status] = (await analyst.GetFromJsonAsync<JsonElement>($"/v1/zaken?status={status}")).GetProperty("totaal").GetInt32();
        }

        Assert.DoesNotContain(app.Log, line => line.Contains("stopped before", StringComparison.Ordinal));
        Assert.True(counts.Values.Sum() >= 60, $"{counts.Values.Sum()} cases");
        Assert.All(counts, count => Assert.True(count.Value > 0, $"no case is '{count.Key}'"));

        var (store, experiments, followers) = (app.Services.GetRequiredService<CaseStore>(), new List<CaseExperiment>(), 0);
        await foreach (var row in app.Services.GetRequiredService<CaseIndex>().AllAsync(year: null, default))
        {
            var state = (await store.FindAsync(row.Number, default))!.State;
            experiments.AddRange(state.Experiments);
            followers += state.Followers.Length;
        }

        Assert.Equal(Names.All<ExperimentPhase>(), experiments.Where(x => x.EndedAt is null).Select(x => x.Notes[^1].Phase).Order());
        Assert.Equal([ExperimentResult.Worked, ExperimentResult.DidNotWork], experiments.Where(x => x.Shared is not null).Select(x => x.Result!.Value).Order());
        Assert.Equal(3, followers);
    }
}
