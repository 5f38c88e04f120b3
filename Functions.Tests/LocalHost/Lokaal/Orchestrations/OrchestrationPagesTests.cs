using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace RegelLoket.Tests.LocalHost.Lokaal.Orchestrations;

[Collection(LokaalTests.Name)]
public sealed class OrchestrationPagesTests(LokaalFixture app)
{
    [Fact]
    public async Task Instance_OfACase_IsListedAndShownWithItsHistory()
    {
        var journey = new Journey(_ => new HttpClient { BaseAddress = app.Host.Address });
        await journey.ReportAsync();
        await Journey.UntilAsync(
            async () => (await journey.ReadAsync(Path(journey)))
                .Contains("Activiteit AdvanceCase klaar", StringComparison.Ordinal), "the first turn");

        var list = await app.Http.GetFromJsonAsync<JsonElement>($"/lokaal/orkestraties?zoek={journey.Number}");
        var failed = await app.Http.GetFromJsonAsync<JsonElement>($"/lokaal/orkestraties?zoek={journey.Number}&status=failed");
        var page = await app.PageAsync(Path(journey));
        var history = await app.Http.GetFromJsonAsync<JsonElement>($"{Path(journey)}/geschiedenis");

        var row = Assert.Single(list.EnumerateArray());
        Assert.Equal((journey.Number, "CaseWorkflow", "Running"), (Text(row, "id"), Text(row, "naam"), Text(row, "status")));
        Assert.Empty(failed.EnumerateArray());
        Assert.Contains($"<h1>CaseWorkflow {journey.Number}</h1>", page, StringComparison.Ordinal);
        Assert.Contains("Begonnen: CaseWorkflow", page, StringComparison.Ordinal);
        Assert.Contains("Waarop hij wacht", page, StringComparison.Ordinal);
        Assert.Contains(history.EnumerateArray(), entry => Text(entry, "EventType") == "ExecutionStarted");
        Assert.Contains($"/lokaal/orkestraties/{journey.Number}", await app.PageAsync("/lokaal/orkestraties"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Instance_Unknown_Is404()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await app.Http.GetAsync("/lokaal/orkestraties/none")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Http.GetAsync("/lokaal/orkestraties/none/geschiedenis")).StatusCode);
    }

    private static string Path(Journey journey) => $"/lokaal/orkestraties/{journey.Number}";

    private static string? Text(JsonElement entry, string name) => entry.TryGetProperty(name, out var value) ? value.ToString() : null;
}
