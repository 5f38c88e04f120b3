
namespace RegelLoket.Tests;

/// <summary>Tests that start the app as a process, one after the other.</summary>
[CollectionDefinition(nameof(WholeJob))]
public sealed class WholeJob;

/// <summary>The main job from the form to the closing mail, on the app as a process of its own.</summary>
[Collection(nameof(WholeJob))]
public sealed class JourneyTests(ITestOutputHelper log)
{
    [Fact]
    public async Task Case_ThreeMinistriesOneLateOneNotOurs_EndsWithOneAnswerForTheReporter()
    {
        await using var app = new AppProcess(await SharedAzurite.TakeAccountAsync(), log);
        await app.StartAsync();
        var journey = new Journey(app.Client);
        await journey.ReportAsync();
        Assert.Contains(journey.Code, (await journey.MailAsync(m => m.To == "melder@example.org")).Text, StringComparison.Ordinal);

        await journey.AnalyseAsync("vws", "ocw", "szw");
        await journey.WriteStatementAsync();
        await journey.SendAsync(HttpMethod.Post, $"/v1/zaken/{journey.Number}/goedkeuringen",
            new { onderdeel = "probleemstelling", versie = 1 }, 409, "Ans Analist");
        await journey.AsAnalyst(HttpMethod.Post, "escalaties",
            new { ministeries = new[] { new { ministerie = "vws", vraag = "Kan dit?", reactieVoor = "2031-01-06" } } }, 409);
        await journey.ApproveAsync();
        var replyBefore = await journey.WorkingDayInAsync(30);
        await journey.EscalateAsync(replyBefore, "vws", "ocw", "szw");
        await journey.WaitForStatusAsync("bij-ministeries");

        await journey.ReactAsync("ocw", "nietBijOns", "Dit is van SZW.");
        await journey.ReactAsync("vws", "antwoord", "Wij zien ruimte.");
        await journey.WaitForStatusAsync("bij-ministeries");

        await journey.MoveClockAsync(TimeSpan.FromDays(42));
        await journey.MailAsync(m => m.To.Contains("szw", StringComparison.Ordinal)
            && !m.Text.StartsWith("Wil je uiterlijk", StringComparison.Ordinal));
        await journey.ReactAsync("szw", "antwoord", "Scholing met behoud van WW kan, met toestemming van UWV.");
        await journey.WaitForStatusAsync("beantwoord");

        var requests = (await journey.CaseAsync()).GetProperty("ministeries").EnumerateArray()
            .ToDictionary(r => r.GetProperty("ministerie").GetString()!);
        Assert.Equal("niet-bij-ons", requests["ocw"].GetProperty("status").GetString());
        Assert.False(requests["vws"].GetProperty("teLaat").GetBoolean());
        Assert.True(requests["szw"].GetProperty("teLaat").GetBoolean());

        await journey.ConcludeAsync();
        var closing = await journey.MailAsync(m => m.To == "melder@example.org" && m.Text.Contains("Het kan al", StringComparison.Ordinal));
        Assert.DoesNotContain("Mel Melder", closing.Subject, StringComparison.Ordinal);
        var status = await journey.StatusAsync();
        Assert.Equal("het-kan-al", status.GetProperty("antwoord").GetProperty("uitkomst").GetString());
        var mails = await journey.MailsAsync();
        Assert.Equal(mails.Count, mails.Select(m => m.MessageId).Distinct().Count());
        Assert.Single(mails, m => m.To == "melder@example.org" && m.Text.Contains(journey.Code, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Case_HostWorkerOrBothKilledBetweenEveryTwoSteps_EndsTheSameWithEachMailOnce()
    {
        await using var app = new AppProcess(await SharedAzurite.TakeAccountAsync(), log);
        await app.StartAsync();
        var journey = new Journey(app.Client) { IsAmongKills = true };
        var kills = 0;
        async Task KillAndRestartAsync()
        {
            var kind = kills++ % 3;
            if (kind != 0)
            {
                await app.KillWorkerAsync();
            }

            if (kind != 1)
            {
                await app.KillAsync();
                await app.StartAsync();
            }
        }

        var key = Guid.NewGuid().ToString();
        await journey.ReportAsync(key: key);
        var number = journey.Number;
        await KillAndRestartAsync();
        await journey.ReportAsync(key: key);
        Assert.Equal(number, journey.Number);
        var replyBefore = await journey.WorkingDayInAsync(60);

        Func<Task>[] steps =
        [
            () => journey.AnalyseAsync("vws", "szw"),
            () => journey.WriteStatementAsync(),
            () => journey.ApproveAsync(),
            () => journey.EscalateAsync(replyBefore, "vws", "szw"),
            () => journey.ReactAsync("vws", "ontvangst"),
            () => journey.ReactAsync("vws", "antwoord", "Dat mag."),
            () => journey.ReactAsync("szw", "nietBijOns", "Vraag het VWS."),
            () => journey.ConcludeAsync(),
        ];
        foreach (var step in steps)
        {
            await step();
            await KillAndRestartAsync();
        }

        var closing = await journey.MailAsync(m => m.To == "melder@example.org" && m.Text.Contains("Het kan al", StringComparison.Ordinal));
        Assert.NotNull(closing);
        Assert.Equal("uitkomst-bekend", (await journey.StatusAsync()).GetProperty("status").GetString());
        (string To, string Subject)[] expected =
        [
            ("melder@example.org", "Je melding is ontvangen"), ("melder@example.org", "Er is een uitkomst voor je melding"),
            .. from ministry in (string[])["szw", "vws"]
               from subject in (string[])["Vraag over een knellende regel", "Kopie van je antwoord"]
               select ($"ruimte-in-de-regels@min{ministry}.example", subject),
            ("ruimte-in-de-regels@minvws.example", "Er is een uitkomst in een zaak waarop jullie antwoordden"),
        ];
        foreach (var (to, subject) in expected)
        {
            await journey.MailAsync(m => m.To == to && m.Subject.StartsWith(subject, StringComparison.Ordinal));
        }

        // A kill may double a mail that was on its way: it comes again as the same message.
        var toOutside = (await journey.MailsAsync())
            .Where(m => m.To == "melder@example.org" || m.Text.Contains("/reactie#", StringComparison.Ordinal)).ToList();
        Assert.Equal(expected.Length, toOutside.Select(m => m.MessageId).Distinct().Count());
        Assert.InRange(toOutside.Count, expected.Length, expected.Length + 1);
    }
}
