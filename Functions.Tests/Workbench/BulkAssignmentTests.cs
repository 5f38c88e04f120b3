namespace RegelLoket.Tests.Workbench;

/// <summary>Many cases at once for one reason: what is done, what is refused and named, and what bad input comes back with.</summary>
[Collection(AppCollection.Name)]
public sealed class BulkAssignmentTests(AppFixture app)
{
    private const string By = "Bianca Bulk";

    /// <summary>The id of Kim Collega.</summary>
    private const string Kim = "KIM COLLEGA";

    [Fact]
    public async Task PostBulk_ToAColleague_GivesEachCaseWithTheReasonInItsStream()
    {
        var (one, two) = (await TestCase.ReportAsync(app), await TestCase.ReportAsync(app));

        await SignInAsync();
        var answer = await PostAsync("overdragen", Kim, "Kim kent deze regel.", one.Number, two.Number);

        Assert.Equal(200, answer.Status);
        Assert.Contains("2 zaken gegeven aan Kim Collega", answer.Body, StringComparison.Ordinal);
        foreach (var reported in new[] { one, two })
        {
            Assert.Equal("Kim Collega", (await reported.GetAsync()).Text("behandelaar"));
            using var client = app.AsAnalyst(By);
            Assert.Contains("Kim kent deze regel.",
                await client.GetStringAsync(new Uri($"/werkbank/zaken/{reported.Number}", UriKind.Relative)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task PostBulk_ToMeAndBack_TakesAndReleases()
    {
        var reported = await TestCase.ReportAsync(app);

        await PostAsync("neem", "", "", reported.Number);
        var taken = (await reported.GetAsync()).Text("behandelaar");
        await PostAsync("vrij", "", "Ik ben met verlof.", reported.Number);

        Assert.Equal(By, taken);
        Assert.False((await reported.GetAsync()).TryGetProperty("behandelaar", out _));
    }

    [Fact]
    public async Task PostBulk_WithARowThatIsStale_DoesTheOthersAndNamesTheRefusedOne()
    {
        var (open, ended) = (await TestCase.ReportAsync(app), await TestCase.ReportAsync(app));
        var main = await TestCase.ReportAsync(app);
        Assert.Equal(200, (await ended.PostAsync(
            "/verbanden", new { soort = "zelfde", zaaknummer = main.Number, reden = "Zelfde knelpunt." })).Status);

        await SignInAsync();
        var answer = await PostAsync("overdragen", Kim, "Verdelen.", open.Number, ended.Number, "RR-2026-ZZZZZ");

        Assert.Equal(200, answer.Status);
        Assert.Contains("1 zaak gegeven aan Kim Collega", answer.Body, StringComparison.Ordinal);
        Assert.Contains($"href=\"/werkbank/zaken/{ended.Number}\"", answer.Body, StringComparison.Ordinal);
        Assert.Contains("RR-2026-ZZZZZ</a>: Deze zaak is er niet.", answer.Body, StringComparison.Ordinal);
        Assert.Equal("Kim Collega", (await open.GetAsync()).Text("behandelaar"));
    }

    [Fact]
    public async Task PostBulk_TheSameCaseTwiceInOneForm_IsOneChange()
    {
        var reported = await TestCase.ReportAsync(app);

        var answer = await PostAsync("neem", "", "Ik pak deze op.", reported.Number, reported.Number.ToLowerInvariant());

        Assert.Contains($"1 zaak gegeven aan {By}", answer.Body, StringComparison.Ordinal);
        Assert.Single((await reported.GetAsync("/gebeurtenissen")).GetProperty("gebeurtenissen").EnumerateArray(), e =>
            e.Text("soort") == "caseAssigned");
    }

    [Theory]
    [InlineData("overdragen", "", "Een reden.", "Kies aan welke collega je de zaken geeft.")]
    [InlineData("overdragen", "Een naam die niemand kent", "Een reden.", "Kies aan welke collega je de zaken geeft.")]
    [InlineData("overdragen", Kim, "", "Vul de reden in.")]
    [InlineData("vrij", "", "", "Vul de reden in.")]
    public async Task PostBulk_WithoutColleagueOrReason_ChangesNothingAndKeepsWhatWasTyped(
        string action, string to, string reason, string error)
    {
        await SignInAsync();
        var reported = await TestCase.ReportAsync(app);

        var answer = await PostAsync(action, to, reason, reported.Number);

        Assert.Equal(400, answer.Status);
        Assert.Contains(error, answer.Body, StringComparison.Ordinal);
        Assert.Contains("Fout: ", answer.Body, StringComparison.Ordinal);
        Assert.False((await reported.GetAsync()).TryGetProperty("behandelaar", out _));
    }

    [Fact]
    public async Task PostBulk_OfNothingOrTooMany_IsRefused()
    {
        var many = Enumerable.Range(0, 101).Select(i => $"RR-2026-AA{i:D3}").ToArray();

        Assert.Contains("Kies 1 tot 100 zaken.", (await PostAsync("neem", "", "Een reden.")).Body, StringComparison.Ordinal);
        Assert.Equal(400, (await PostAsync("neem", "", "Een reden.", many)).Status);
        Assert.Equal(400, (await PostAsync("neem", "", "Een reden.", "geen-nummer", "../../x")).Status);
    }

    [Fact]
    public async Task PostBulk_WithAReasonThatIsTooLong_IsRefused()
    {
        var reported = await TestCase.ReportAsync(app);

        Assert.Equal(400, (await PostAsync("neem", "", new string('x', 1001), reported.Number)).Status);
    }

    [Fact]
    public async Task PostBulk_TypedAsMarkup_IsShownAsText()
    {
        var reported = await TestCase.ReportAsync(app);

        var answer = await PostAsync("overdragen", "", "<img src=x onerror=alert(1)>", reported.Number);

        Assert.Equal(400, answer.Status);
        Assert.DoesNotContain("<img src=x", answer.Raw, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetQueuePage_WithAllChosen_TicksEveryRowAndNamesWhoHasRoom()
    {
        await SignInAsync();
        var reported = await TestCase.ReportAsync(app, branche: "gehandicaptenzorg");
        using var client = app.AsCoordinator();

        var page = await client.GetStringAsync(new Uri("/werkbank?tab=alle&branche=gehandicaptenzorg&kies=alle", UriKind.Relative));
        var boxes = System.Text.RegularExpressions.Regex.Matches(page, "<input[^>]*name=\"zaken\"[^>]*>");

        Assert.Contains(boxes, box => box.Value.Contains(reported.Number, StringComparison.Ordinal));
        Assert.All(boxes, box => Assert.Contains("checked", box.Value, StringComparison.Ordinal));
        Assert.Contains("Geef aan ", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Werk opnieuw verdeeld\"", page, StringComparison.Ordinal);
    }

    /// <summary>Has Kim known to the desk.</summary>
    private async Task SignInAsync()
    {
        using var client = app.AsAnalyst("Kim Collega");
        await client.GetStringAsync(new Uri("/v1/zaken?behandelaar=niemand", UriKind.Relative));
    }

    private async Task<(int Status, string Body, string Raw)> PostAsync(string action, string to, string reason, params string[] numbers)
    {
        using var client = app.AsAnalyst(By);
        var (status, raw) = await PageForms.PostRawAsync(client, "/werkbank?tab=alle", "/werkbank/toewijzingen",
        [
            new("weergave", "?tab=alle"), new("actie", action), new("aan", to), new("reden", reason),
            .. numbers.Select(number => KeyValuePair.Create("zaken", number)),
        ]);
        return (status, System.Net.WebUtility.HtmlDecode(raw), raw);
    }
}
