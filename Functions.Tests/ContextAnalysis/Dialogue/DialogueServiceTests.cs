using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.ContextAnalysis.Dialogue;
using RegelLoket.Intake;
using RegelLoket.Storage;
using RegelLoket.Tests.Escalation;
using RegelLoket.Tests.Workbench;

namespace RegelLoket.Tests.ContextAnalysis.Dialogue;

/// <summary>The desk writes, the reporter reads and writes back, and what follows when she never does.</summary>
[Collection(AppCollection.Name)]
public sealed class DialogueServiceTests(AppFixture app)
{
    private const string Words = "UWV belt je deze week.";
    private static readonly Actor Ans = new(ActorRole.Analyst, TestCase.Author);

    private CaseStore Store => app.Services.GetRequiredService<CaseStore>();

    private DialogueService Service => app.Services.GetRequiredService<DialogueService>();

    private DateTimeOffset Now => app.Services.GetRequiredService<TimeProvider>().GetUtcNow();

    [Fact]
    public async Task PostMessageToReporter_AnonymousReporter_ReadsItByCodeAndTheDeskSeesThat()
    {
        var reported = await TestCase.ReportAsync(app, anonymous: true);

        var sent = await reported.PostAsync("/berichten-aan-melder", new { tekst = Words });
        var unread = (await reported.GetAsync()).GetProperty("dialoog")[0];
        var before = (await AsReporterAsync(reported, HttpMethod.Get, "")).GetProperty("dialoog")[0];
        await AsReporterAsync(reported, HttpMethod.Post, "/gelezen-berichten");
        var after = (await AsReporterAsync(reported, HttpMethod.Post, "/gelezen-berichten")).GetProperty("dialoog")[0];

        Assert.Equal((200, "ontvangen"), (sent.Status, sent.Body.Text("status")));
        Assert.Equal(("loket", Words, "bericht"), (before.Text("van"), before.Text("tekst"), before.Text("soort")));
        Assert.True(before.GetProperty("nieuw").GetBoolean());
        Assert.False(after.GetProperty("nieuw").GetBoolean());
        Assert.True(unread.GetProperty("ongelezen").GetBoolean());
        Assert.False((await reported.GetAsync()).GetProperty("dialoog")[0].GetProperty("ongelezen").GetBoolean());
        var file = await FileAsync(reported);
        Assert.Single(file.Events, e => e.What is DeskMessageRead);
        Assert.DoesNotContain(file.Events, e => e.What is MailRecorded);
    }

    [Fact]
    public async Task PostMessageToReporter_AnswerToAMessage_MarksItReadAndMailsWithoutTheWords()
    {
        var reported = await TestCase.ReportAsync(app);
        await reported.PutAsync("/behandelaar", new { behandelaar = TestCase.Author });
        await AsReporterAsync(reported, HttpMethod.Post, "/reacties", new { tekst = "Ik hoorde nog iets." });
        var unread = await FileAsync(reported);
        var notice = await new MinistryCases(app).MailAsync(CaseNumber.Parse(reported.Number), "bericht-van-melder");

        await reported.PostAsync("/berichten-aan-melder", new { tekst = Words });

        Assert.NotNull(unread.State.UnreadSince);
        Assert.Null((await FileAsync(reported)).State.UnreadSince);
        var mail = await new MinistryCases(app).MailAsync(CaseNumber.Parse(reported.Number), "bericht-aan-melder");
        Assert.DoesNotContain("UWV", mail.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("nog iets", notice.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task HasRead_PageShownBeforeTheCaseWentOn_LeavesUnreadOnlyWhatWasNotOnIt(bool isMessage, bool isUnread)
    {
        var reported = await TestCase.ReportAsync(app);
        await reported.PostAsync("/berichten-aan-melder", new { tekst = Words });
        var shown = await FileAsync(reported);
        if (isMessage)
        {
            await reported.PostAsync("/berichten-aan-melder", new { tekst = "En nog iets." });
        }
        else
        {
            await reported.PutAsync("/behandelaar", new { behandelaar = TestCase.Author });
        }

        await app.Services.GetRequiredService<ReporterService>().HasReadAsync(shown, default);

        Assert.Equal(isUnread, (await FileAsync(reported)).State.UnreadByReporterSince is not null);
    }

    [Fact]
    public async Task GetReport_Of_ShowsWhatWasReportedAndEveryObjection()
    {
        var reported = await TestCase.ReportAsync(app);

        var view = await AsReporterAsync(reported, HttpMethod.Get, "");

        Assert.Contains(view.GetProperty("gemeld").EnumerateArray(), part => part.Text("naam") == "Wat houdt je tegen?"
            && part.Text("tekst") == "Volgens de teamleider mag alleen een verpleegkundige dit doen.");
    }

    [Fact]
    public async Task PostClosing_BeforeThirtyWorkingDays_IsRefusedWithTheDay()
    {
        var reported = await TestCase.ReportAsync(app);
        var notAsked = await reported.PostAsync("/sluitingen", new { reden = "Geen antwoord." });
        await reported.PostAsync("/vragen-aan-melder", new { vraag = "Waar speelt het?" });

        var early = await reported.PostAsync("/sluitingen", new { reden = "Geen antwoord." });

        Assert.Equal((409, 409), (notAsked.Status, early.Status));
        Assert.Contains("Sluiten kan vanaf", early.Body.Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Close_AfterThirtyWorkingDays_ClosesWithAReasonThatTheReporterReadsAndAnswers()
    {
        var reported = await TestCase.ReportAsync(app, anonymous: true);
        await reported.PutAsync("/behandelaar", new { behandelaar = TestCase.Author });
        await reported.PostAsync("/vragen-aan-melder", new { vraag = "Waar speelt het?" });
        var later = new CommandContext(Ans, Now.AddDays(60));

        var without = await Service.CloseAsync(later, Number(reported), " ", null!, default);
        var closed = await Service.CloseAsync(later, Number(reported), "We vroegen het drie keer.", null!, default);

        Assert.Equal(["reden"], Assert.IsType<CommandResult.Invalid>(without).Errors.Keys);
        var state = Assert.IsType<CommandResult.Done>(closed).Case.State;
        Assert.Equal((CaseStatus.Closed, null, null, true), (state.Status, state.PausedOn, state.DueOn, state.HasRunItsCourse));
        var view = await AsReporterAsync(reported, HttpMethod.Get, "");
        Assert.Contains("geen antwoord van je kregen", view.Text("watNu"), StringComparison.Ordinal);
        Assert.Equal(("We vroegen het drie keer.", "gesloten"),
            (view.GetProperty("dialoog")[1].Text("tekst"), view.GetProperty("dialoog")[1].Text("soort")));
        await AsReporterAsync(reported, HttpMethod.Post, "/reacties", new { tekst = "Ik was ziek." });
        Assert.NotNull((await FileAsync(reported)).State.UnreadSince);
        Assert.Equal(200, (await reported.PostAsync("/heropeningen", new { tekst = "We pakken het weer op." })).Status);
    }

    [Theory]
    [InlineData(30, true)]
    [InlineData(31, false)]
    public async Task Write_AfterTheEnd_IsPossibleForThirtyDays(int days, bool isPossible)
    {
        var reported = await TestCase.ReportAsync(app);
        await AsReporterAsync(reported, HttpMethod.Post, "/intrekkingen");

        var result = await Service.WriteAsync(new CommandContext(Ans, Now.AddDays(days)), Number(reported), Words, null!, default);

        Assert.Equal(isPossible, result is CommandResult.Done);
        Assert.True(isPossible || result is CommandResult.Refused);
    }

    [Fact]
    public void WhyNotWrite_CaseThatGoesOn_IsNeverRefused() => Assert.All(
        EnumNames.All<CaseStatus>().Where(status => status.IsOpen() || status == CaseStatus.Merged),
        status => Assert.Null(DialogueService.WhyNotWrite(
            new CaseState { Number = CaseNumber.New(2026), Status = status }, new DateOnly(2099, 1, 1))));

    private static CaseNumber Number(TestCase reported) => CaseNumber.Parse(reported.Number);

    private async Task<CaseFile> FileAsync(TestCase reported) => (await Store.FindAsync(Number(reported), default))!;

    private async Task<JsonElement> AsReporterAsync(TestCase reported, HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, $"/v1/meldingen/{reported.Number}{path}")
        { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Add("Volgcode", reported.Code);
        using var answer = await app.Http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonDocument.Parse(text).RootElement.Clone();
    }
}
