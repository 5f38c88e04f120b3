using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Storage;
using RegelLoket.Tests.Escalation;
using RegelLoket.Tests.Workbench;

namespace RegelLoket.Tests.ContextAnalysis.Dialogue;

/// <summary>A reporter who never answers, from the question to the closed case, by the clock of the desk.</summary>
public sealed class SilentReporterTests : IAsyncLifetime
{
    private AppFixture app = null!;
    private MinistryCases cases = null!;

    public async ValueTask InitializeAsync()
    {
        app = await AppFixture.StartAsync();
        cases = new MinistryCases(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Question_NeverAnswered_IsRemindedTwiceBecomesATaskAndCanBeClosed()
    {
        var reported = await TestCase.ReportAsync(app);
        var number = CaseNumber.Parse(reported.Number);
        await reported.PutAsync("/behandelaar", new { behandelaar = TestCase.Author });
        var asked = cases.Today;
        await reported.PostAsync("/vragen-aan-melder", new { vraag = "In welk leerjaar?" });
        await cases.MailAsync(number, "vraag-aan-melder");

        await MoveToAsync(asked, 5);
        await cases.MailAsync(number, "herinnering-aan-melder", count: 1);
        await MoveToAsync(asked, 10);
        await cases.MailAsync(number, "herinnering-aan-melder", count: 2);
        await MoveToAsync(asked, 15);
        await cases.MailAsync(number, "melder-zwijgt");
        var silent = await FileAsync(number);
        await MoveToAsync(asked, 29);
        var early = await reported.PostAsync("/sluitingen", new { reden = "We vroegen het drie keer." });
        await MoveToAsync(asked, 30);
        var closed = await reported.PostAsync("/sluitingen", new { reden = "We vroegen het drie keer." });
        await cases.MailAsync(number, "gesloten-zonder-antwoord");

        Assert.NotNull(silent.State.ReporterSilentSince);
        Assert.Equal((409, 200, "gesloten"), (early.Status, closed.Status, closed.Body.Text("status")));
        Assert.Equal(
            ["gesloten-zonder-antwoord", "herinnering-aan-melder", "herinnering-aan-melder", "melder-zwijgt", "ontvangst",
                "vraag-aan-melder"],
            (await cases.MailsAsync(number)).Select(MinistryCases.KindOf).Order(StringComparer.Ordinal));
        Assert.Single((await FileAsync(number)).Events, e => e.What is ReporterSilent);
    }

    /// <summary>To the morning so many working days after the question.</summary>
    private Task MoveToAsync(DateOnly asked, int workingDays) => app.MoveClockAsync(
        WorkingDays.MomentOf(cases.WorkingDays.Add(asked, workingDays), new TimeOnly(9, 0)) - cases.Clock.GetUtcNow());

    private async Task<CaseFile> FileAsync(CaseNumber number) =>
        (await app.Services.GetRequiredService<CaseStore>().FindAsync(number, default))!;
}
