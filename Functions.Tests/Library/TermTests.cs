namespace RegelLoket.Tests.Library;

/// <summary>What the calendar does to a shared case, on the app as a process whose clock is moved.</summary>
[Collection(nameof(WholeJob))]
public sealed class TermTests(AzuriteFixture storage)
{
    [Fact]
    public async Task PublicText_NobodyReacts_IsSharedAfterTheTermAndItsEffectIsAskedOnce()
    {
        await using var app = new AppProcess(storage);
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
        await SendAsync(journey, "publicatiereacties", new { akkoord = false, toelichting = "Toch niet." }, 409);
        await SendAsync(journey, "bezwaren", new { toelichting = "Klopt niet." }, 409);
        var shared = await journey.MailAsync(m => m.Subject.StartsWith("Je melding helpt nu ook anderen", StringComparison.Ordinal));
        Assert.Contains($"/zaken/{journey.Number}", shared.Text, StringComparison.Ordinal);

        // Three months on the reporter is asked; the answer stands with its day in the line of sight.
        await journey.MoveClockAsync(TimeSpan.FromDays(92));
        await journey.MailAsync(IsEffectQuestion);
        await SendAsync(journey, "effectmetingen", new { moment = "3-maanden", merkbaar = "ja" }, 200);
        await SendAsync(journey, "effectmetingen", new { moment = "3-maanden", merkbaar = "nee" }, 409);
        await journey.MoveClockAsync(TimeSpan.FromMinutes(11));
        await Journey.UntilAsync(async () => (await journey.ReadAsync($"/zaken/{journey.Number}")).Contains("De melder merkt dat het nu kan.", StringComparison.Ordinal), "the effect in the line of sight");
    }

    private static bool IsEffectQuestion(JourneyMail mail) => mail.Subject.StartsWith("Merk je iets van de uitkomst?", StringComparison.Ordinal);

    private static Task SendAsync(Journey journey, string step, object body, int expected) =>
        journey.SendAsync(HttpMethod.Post, $"/v1/meldingen/{journey.Number}/{step}", body, expected, null, ("Volgcode", journey.Code));
}
