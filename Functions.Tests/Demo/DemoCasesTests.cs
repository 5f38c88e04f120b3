using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using RegelLoket.Cases;
using RegelLoket.Demo;

namespace RegelLoket.Tests.Demo;

/// <summary>What <c>./run --demo</c> shows: every status but a merged case, since each sample tells of a bottleneck of its own.</summary>
public sealed class DemoCasesTests
{
    [Fact]
    public async Task Demo_Started_HasSixtyCasesInEveryStageAndEachSampleWentAllTheWay()
    {
        await using var app = await AppFixture.StartAsync(("Demo", "true"));

        await app.Services.GetServices<IHostedService>().OfType<DemoCases>().Single().ExecuteTask!.WaitAsync(TimeSpan.FromMinutes(3));

        using var analyst = app.AsAnalyst();
        var counts = new Dictionary<string, int>();
        foreach (var status in Names.All<CaseStatus>().Except([CaseStatus.Merged]).Select(status => status.Slug()))
        {
            counts[status] = (await analyst.GetFromJsonAsync<JsonElement>($"/v1/zaken?status={status}")).GetProperty("totaal").GetInt32();
        }

        Assert.DoesNotContain(app.Log, line => line.Contains("stopped before", StringComparison.Ordinal));
        Assert.True(counts.Values.Sum() >= 60, $"{counts.Values.Sum()} cases");
        Assert.All(counts, count => Assert.True(count.Value > 0, $"no case is '{count.Key}'"));
    }
}
