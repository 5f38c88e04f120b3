using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace RegelLoket.Tests.LocalHost.Lokaal.Clock;

[Collection(LokaalTests.Name)]
public sealed class ClockPageTests(LokaalFixture app)
{
    [Fact]
    public async Task Post_Duration_MovesTheAppsClockAndRunsItsTimers()
    {
        var before = await StateAsync();

        using var response = await app.Http.PostAsJsonAsync("/lokaal/klok", new { vooruit = "42.00:00:00" });
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        var page = await app.PageAsync("/lokaal/klok");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(Ahead(before) + TimeSpan.FromDays(42), Ahead(answer));
        Assert.True(Now(answer) - Now(before) >= TimeSpan.FromDays(42));
        // The timers of the night ran in the worker, which is on the same clock.
        Assert.Contains("EraseWhatIsPastItsTerm", page, StringComparison.Ordinal);
        Assert.Contains("ReconcileCases", page, StringComparison.Ordinal);
        Assert.DoesNotContain("is mislukt", page, StringComparison.Ordinal);
        using var report = await app.Http.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/v1/meldingen")
        {
            Headers = { { "Idempotency-Key", Guid.NewGuid().ToString() } },
            Content = JsonContent.Create(new
            {
                titel = "Klok",
                omschrijving = "We leiden zij-instromers op.",
                belemmering = "De uitkering stopt.",
                branche = "ouderenzorg",
                themas = new[] { "leven-lang-ontwikkelen" },
            }),
        });
        var received = (await report.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("ontvangenOp").GetDateTimeOffset();
        Assert.True(received - Now(before) >= TimeSpan.FromDays(42));
    }

    [Fact]
    public async Task Post_TwoAtOnce_AddUp()
    {
        var before = await StateAsync();

        await Task.WhenAll(
            app.Http.PostAsJsonAsync("/lokaal/klok", new { vooruit = "00:00:01" }),
            app.Http.PostAsJsonAsync("/lokaal/klok", new { vooruit = "00:00:02" }));

        Assert.Equal(Ahead(before) + TimeSpan.FromSeconds(3), Ahead(await StateAsync()));
    }

    [Fact]
    public async Task Post_Form_GoesBackToThePage()
    {
        using var response = await app.PostFormAsync("/lokaal/klok", ("vooruit", "00:00:01"));

        Assert.Equal("/lokaal/klok", response.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("""{"vooruit":"-1.00:00:00"}""")]
    [InlineData("""{"vooruit":"soon"}""")]
    [InlineData("""{"vooruit":5}""")]
    [InlineData("""{"vooruit":"99999.00:00:00"}""")]
    [InlineData("""{"vooruit":"3653.00:00:00"}""")]
    [InlineData("[]")]
    [InlineData("{")]
    public async Task Post_NoDuration_Is400AndStandsStill(string body)
    {
        await app.Http.PostAsJsonAsync("/lokaal/klok", new { vooruit = "00:00:01" });
        var before = await StateAsync();

        using var response = await app.Http.PostAsync("/lokaal/klok", new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(Ahead(before), Ahead(await StateAsync()));
    }

    [Fact]
    public async Task Post_WrongForm_ShowsThePageWithTheReason()
    {
        using var response = await app.PostFormAsync("/lokaal/klok", ("vooruit", "gisteren"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("role=\"alert\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_WhileSamplesAreComing_Is409AndStandsStill()
    {
        var before = await StateAsync();
        app.Settings.Samples.Begin();
        try
        {
            using var json = await app.Http.PostAsJsonAsync("/lokaal/klok", new { vooruit = "1.00:00:00" });
            using var form = await app.PostFormAsync("/lokaal/klok", ("vooruit", "1.00:00:00"));
            var page = await app.PageAsync("/lokaal/klok");

            Assert.Equal(HttpStatusCode.Conflict, json.StatusCode);
            Assert.Contains("Wacht tot ze er zijn", await json.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.Conflict, form.StatusCode);
            Assert.Contains("Wacht tot ze er zijn", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<form method=\"post\" action=\"/lokaal/klok\">", page, StringComparison.Ordinal);
        }
        finally
        {
            app.Settings.Samples.End(isWhole: true);
        }

        Assert.Equal(Ahead(before), Ahead(await StateAsync()));
        Assert.Contains("<form method=\"post\" action=\"/lokaal/klok\">", await app.PageAsync("/lokaal/klok"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_NeitherJsonNorForm_Is415()
    {
        using var response = await app.Http.PostAsync("/lokaal/klok", new StringContent("1", Encoding.UTF8, "text/plain"));

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    private Task<JsonElement> StateAsync() => app.Http.GetFromJsonAsync<JsonElement>("/lokaal/klok");

    private static DateTimeOffset Now(JsonElement state) => state.GetProperty("nu").GetDateTimeOffset();

    private static TimeSpan Ahead(JsonElement state) =>
        TimeSpan.ParseExact(state.GetProperty("vooruit").GetString()!, "c", System.Globalization.CultureInfo.InvariantCulture);
}
