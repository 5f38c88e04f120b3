using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Tests.Library;

/// <summary>What the calendar does to a shared case, on the app as a process whose clock is moved.</summary>
[Collection(nameof(WholeJob))]
public sealed class TermTests(ITestOutputHelper log)
{
    [Fact]
    public async Task PublicText_NobodyReacts_IsSharedAfterTheTermAndItsEffectIsAskedOnce()
    {
        await using var app = new AppProcess(await SharedAzurite.TakeAccountAsync(), log);
        await app.StartAsync();
        var journey = new Journey(app.Client);
        await journey.ReportAsync();
        await journey.AnalyseAsync("szw");
        await journey.WriteStatementAsync();
        await journey.ApproveAsync();
        await journey.ConcludeAsync();
        var drafted = await journey.AsAnalyst(HttpMethod.Post, "publicaties", PublicationTests.Text(), 201);
        await journey.SendAsync(HttpMethod.Post, $"/v1/zaken/{journey.Number}/publicaties/1/goedkeuringen", new { }, 200, "Bea Tweede");
        var last = DateOnly.Parse(drafted.GetProperty("reagerenTotEnMet").GetString()!, System.Globalization.CultureInfo.InvariantCulture);

        // On the last day it still waits; the day after, it is shared, and an objection comes too late.
        await journey.MoveClockAsync(TimeSpan.FromDays(last.DayNumber - (await journey.TodayAsync()).DayNumber));
        Assert.Equal("uitkomst-bekend", (await journey.StatusAsync()).GetProperty("status").GetString());
        await journey.MoveClockAsync(TimeSpan.FromHours(30));
        await journey.WaitForStatusAsync("gedeeld");
        await SendAsync(journey, "publicatiereacties", new { versie = 1, akkoord = false, toelichting = "Toch niet." }, 409);
        await SendAsync(journey, "bezwaren", new { toelichting = "Klopt niet." }, 409);
        var shared = await journey.MailAsync(m => m.Subject.StartsWith("Je melding helpt nu ook anderen", StringComparison.Ordinal));
        Assert.Contains($"/zaken/{journey.Number}", shared.Text, StringComparison.Ordinal);

        // Three months on the reporter is asked; the answer stands with its day in the line of sight.
        await journey.MoveClockAsync(TimeSpan.FromDays(92));
        await journey.MailAsync(IsEffectQuestion);
        await SendAsync(journey, "effectmetingen", new { moment = "3-maanden", merkbaar = "ja" }, 200);
        await SendAsync(journey, "effectmetingen", new { moment = "3-maanden", merkbaar = "nee" }, 409);
        await journey.MoveClockAsync(TimeSpan.FromMinutes(11));
        await Journey.UntilAsync(async () => (await journey.ReadAsync($"/zaken/{journey.Number}"))
            .Contains("De melder merkt dat het nu kan.", StringComparison.Ordinal), "the effect in the line of sight");
    }

    [Fact]
    public async Task NightlyRun_AfterTheTerms_ErasesTheReporterThenTheTextsAndLeavesACertificateEach()
    {
        await using var app = new AppProcess(await SharedAzurite.TakeAccountAsync(), log)
        { Environment = { ["Retention__ReporterDays"] = "30", ["Retention__TextDays"] = "40" } };
        await app.StartAsync();
        var journey = new Journey(app.Client);
        await journey.ReportAsync();
        await journey.SendAsync(HttpMethod.Post, $"/v1/meldingen/{journey.Number}/intrekkingen", null, 200, null,
            ("Volgcode", journey.Code));
        using var coordinator = app.Client("Co Coördinator", CurrentUser.CoordinatorRole);

        // A trial looks and touches nothing, also on the day itself; the night erases.
        await journey.MoveClockAsync(TimeSpan.FromDays(29));
        var day = (await journey.TodayAsync()).ToString("O", CultureInfo.InvariantCulture);
        await Journey.UntilAsync(async () => (await RunsAsync())
            .Any(run => string.CompareOrdinal(run.GetProperty("dag").GetString(), day) >= 0), "the run of that night");
        Assert.DoesNotContain(journey.Number, await TrialAsync(), StringComparison.Ordinal);
        await journey.MoveClockAsync(TimeSpan.FromDays(2));
        await Journey.UntilAsync(async () => await CertificateOfAsync("melder") is not null, "a certificate of the reporter's data");
        Assert.DoesNotContain(journey.Number, await TrialAsync(), StringComparison.Ordinal);
        var own = await journey.SendAsync(HttpMethod.Get, $"/v1/meldingen/{journey.Number}/gegevens", null, 200, null,
            ("Volgcode", journey.Code));
        Assert.False(own.GetProperty("melder").TryGetProperty("naam", out _));
        Assert.Contains("Bbl'er raakt WW kwijt", own.GetProperty("teksten").EnumerateArray()
            .Select(text => text.GetProperty("tekst").GetString()));

        await journey.MoveClockAsync(TimeSpan.FromDays(10));
        await Journey.UntilAsync(async () => await CertificateOfAsync("teksten") is not null, "a certificate of the texts");
        Assert.Equal("[gewist]", (await journey.StatusAsync()).GetProperty("titel").GetString());

        // The certificate can be printed, and tells nothing of what it was.
        var page = await coordinator.GetStringAsync(
            new Uri($"/werkbank/privacy/verklaringen/{await CertificateOfAsync("teksten"):yyyy-MM-dd'T'HHmmss'Z'}", UriKind.Relative));
        Assert.Contains(journey.Number, page, StringComparison.Ordinal);
        Assert.DoesNotContain("WW kwijt", page, StringComparison.Ordinal);
        using var unknown = await coordinator.GetAsync(new Uri("/werkbank/privacy/verklaringen/gisteren", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);

        async Task<string> TrialAsync()
        {
            using var answer = await coordinator.PostAsJsonAsync("/v1/bewaarronden", new { proef = true });
            return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("zaken").ToString();
        }

        async Task<IEnumerable<JsonElement>> RunsAsync() => (await coordinator.GetFromJsonAsync<JsonElement>("/v1/bewaarronden"))
            .GetProperty("verklaringen").EnumerateArray();

        async Task<DateTime?> CertificateOfAsync(string data)
        {
            return (await RunsAsync())
                .Where(run => run.GetProperty("zaken").EnumerateArray()
                .Any(line => line.GetProperty("zaaknummer").GetString() == journey.Number && line.GetProperty("gegevens")
                .GetString() == data))
                .Select(run => (DateTime?)run.GetProperty("gemaaktOp").GetDateTimeOffset().UtcDateTime).FirstOrDefault();
        }
    }

    private static bool IsEffectQuestion(JourneyMail mail) =>
        mail.Subject.StartsWith("Merk je iets van de uitkomst?", StringComparison.Ordinal);

    private static Task SendAsync(Journey journey, string step, object body, int expected) =>
        journey.SendAsync(HttpMethod.Post, $"/v1/meldingen/{journey.Number}/{step}", body, expected, null, ("Volgcode", journey.Code));
}
