using RegelLoket.Tests.Workbench;

namespace RegelLoket.Tests.ContextAnalysis;

/// <summary>Merging on the page: the other case is read before the button that merges.</summary>
[Collection(AppCollection.Name)]
public sealed class MergePageTests(AppFixture app)
{
    [Fact]
    public async Task Merge_OnThePage_ShowsTheOtherCaseFirstAndMergesAfterThat()
    {
        var main = await TestCase.ReportAsync(app, "Insuline bij thuiswonenden", description: "Wij lopen hier thuis tegenaan.");
        var reported = await TestCase.ReportAsync(app);

        var (status, shown) = await SendAsync(reported, "verbind", main.Number);

        Assert.Equal(200, status);
        Assert.Contains("Insuline bij thuiswonenden", shown, StringComparison.Ordinal);
        Assert.Contains("Wij lopen hier thuis tegenaan.", shown, StringComparison.Ordinal);
        Assert.Contains($"Voeg samen met {main.Number}", shown, StringComparison.Ordinal);
        Assert.Equal("ontvangen", (await reported.GetAsync()).Text("status"));
        Assert.Contains((await main.GetAsync("/inzagen")).GetProperty("inzagen").EnumerateArray(),
            look => look.Text("naam") == TestCase.Author && look.Text("onderdeel") == "melding");

        Assert.Equal(303, (await SendAsync(reported, "samenvoegen", main.Number)).Status);
        Assert.Equal("samengevoegd", (await reported.GetAsync()).Text("status"));
    }

    [Fact]
    public async Task Merge_WithACaseThatIsNotThere_ComesBackWithTheReason()
    {
        var reported = await TestCase.ReportAsync(app);

        var (_, shown) = await SendAsync(reported, "verbind", "RR-2026-00000");

        Assert.Contains("Deze zaak is er niet.", shown, StringComparison.Ordinal);
        Assert.Contains("Zelfde knelpunt.", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Voeg samen met", shown, StringComparison.Ordinal);
    }

    private async Task<(int Status, string Body)> SendAsync(TestCase reported, string button, string other)
    {
        var page = $"/werkbank/zaken/{reported.Number}/melding";
        using var analyst = app.AsAnalyst(TestCase.Author);
        return await PageForms.PostAsync(analyst, page, $"/werkbank/zaken/{reported.Number}/verbanden",
            [
                KeyValuePair.Create("actie", button), KeyValuePair.Create("verbonden", other), KeyValuePair.Create("soort", "zelfde"),
                KeyValuePair.Create("verbandreden", "Zelfde knelpunt."),
            ]);
    }
}
