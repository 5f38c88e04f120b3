using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using RegelLoket.Demo;

namespace RegelLoket.Tests.Demo;

/// <summary>What <c>./run --demo</c> shows.</summary>
public sealed class DemoCasesTests
{
    [Fact]
    public async Task Demo_Started_HasSixtyCasesInEveryStageAndEachSampleWentAllTheWay()
    {
        await using var app = await AppFixture.StartAsync(("Demo", "true"));

        await app.Services.GetServices<IHostedService>().OfType<DemoCases>().Single().ExecuteTask!.WaitAsync(TimeSpan.FromMinutes(3));

        using var analyst = app.AsAnalyst();
        var statuses = new List<string>();
        var pages = 1;
        for (var page = 1; page <= pages; page++)
        {
            var answer = await analyst.GetFromJsonAsync<JsonElement>($"/v1/zaken?pagina={page}");
            pages = answer.GetProperty("paginas").GetInt32();
            statuses.AddRange(answer.GetProperty("zaken").EnumerateArray().Select(c => c.GetProperty("status").GetString()!));
        }

        Assert.True(statuses.Count >= 60, $"{statuses.Count} cases");
        Assert.DoesNotContain(app.Log, line => line.Contains("stopped before", StringComparison.Ordinal));
        Assert.Equal(
            ["beantwoord", "bij-ministeries", "in-analyse", "klaar-voor-besluit", "ontvangen", "probleemstelling", "uitkomst-bekend", "wacht-op-goedkeuring", "wacht-op-melder"],
            statuses.Distinct().Order(StringComparer.Ordinal));
    }
}
