using System.Net;
using RegelLoket.Tests;
using RegelLoket.Tests.Intake;

namespace RegelLoket.AzureLane;

/// <summary>The published app in the real worker: the main job, the timers, and a look at every kind of page.</summary>
public sealed class WorkerTests(WorkerHost host) : IClassFixture<WorkerHost>
{
    [Fact]
    public async Task Case_TwoMinistries_EndsWithOneAnswerForTheReporter()
    {
        var journey = new Journey(host.Client);
        await journey.ReportAsync();
        await journey.MailAsync(mail => mail.To == "melder@example.org");
        await journey.AnalyseAsync("vws", "szw");
        await journey.WriteStatementAsync();
        await journey.ApproveAsync();
        await journey.EscalateAsync(await journey.WorkingDayInAsync(30), "vws", "szw");
        await journey.WaitForStatusAsync("bij-ministeries");
        await journey.ReactAsync("vws", "nietBijOns", "Dit is van SZW.");
        await journey.ReactAsync("szw", "antwoord", "Scholing met behoud van WW kan.");
        await journey.WaitForStatusAsync("beantwoord");
        await journey.ConcludeAsync();

        var closing = await journey.MailAsync(mail => mail.To == "melder@example.org" && mail.Text.Contains("Het kan al", StringComparison.Ordinal));

        Assert.NotEmpty(closing.Html);
        Assert.Equal("uitkomst-bekend", (await journey.StatusAsync()).GetProperty("status").GetString());
        Assert.Empty(host.Failures);
    }

    [Fact]
    public async Task Form_FirstSteps_KeepsWhatWasTyped()
    {
        using var visit = new PageVisit(host.Address);

        await visit.SendAsync("/melden", "/melden");
        var next = await visit.SendAsync("/melden/doel", "/melden/doel", ("omschrijving", "Wij willen <b>anders</b> roosteren."), ("titel", "Anders roosteren"));
        var back = await visit.ReadAsync("/melden/doel");

        Assert.Contains("name=\"belemmering\"", next, StringComparison.Ordinal);
        Assert.Contains("Wij willen &lt;b&gt;anders&lt;/b&gt; roosteren.", back, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Timers_AllOfThem_EndWell()
    {
        var timers = host.Timers.ToList();
        Assert.NotEmpty(timers);
        foreach (var timer in timers)
        {
            Assert.True(await host.FireAsync(timer), $"{timer}: {string.Join('\n', host.Failures)}");
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("coordinator")]
    public async Task Pages_AllWithoutAValue_NeverFail(string? role)
    {
        using var client = host.Client(role is null ? null : "Co Collega", role ?? "");
        var pages = host.Pages.ToList();
        Assert.NotEmpty(pages);
        foreach (var page in pages)
        {
            using var answer = await client.GetAsync(page);
            Assert.True((int)answer.StatusCode < 500, $"{page}: {string.Join('\n', host.Failures)}");
        }
    }

    [Theory]
    [InlineData("/", null, HttpStatusCode.OK)]
    [InlineData("/melden", null, HttpStatusCode.OK)]
    [InlineData("/bibliotheek?zoek=opleiding", null, HttpStatusCode.OK)]
    [InlineData("/cijfers", null, HttpStatusCode.OK)]
    [InlineData("/gezondheid", null, HttpStatusCode.OK)]
    [InlineData("/v1/openapi.json", null, HttpStatusCode.OK)]
    [InlineData("/nergens", null, HttpStatusCode.NotFound)]
    [InlineData("/werkbank", null, HttpStatusCode.Unauthorized)]
    [InlineData("/werkbank?tab=alle", "analist", HttpStatusCode.OK)]
    [InlineData("/werkbank/inzicht", "analist", HttpStatusCode.OK)]
    [InlineData("/werkbank/privacy", "analist", HttpStatusCode.Forbidden)]
    [InlineData("/werkbank/regels", "coordinator", HttpStatusCode.OK)]
    public async Task Page_InTheWorker_AnswersWithItsHeaders(string path, string? role, HttpStatusCode expected)
    {
        using var client = host.Client(role is null ? null : "Co Collega", role ?? "");

        using var answer = await client.GetAsync(path);

        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.False(answer.Headers.Contains("Server"));
    }
}
