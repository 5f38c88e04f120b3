using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Notifications;
using RegelLoket.Privacy;
using RegelLoket.Storage;
using RegelLoket.Tests.Escalation;
using RegelLoket.Tests.Intake;
using RegelLoket.Tests.Workbench;
using RegelLoket.Workflow;

namespace RegelLoket.Tests.ContextAnalysis.Splitting;

/// <summary>A report that is split over the API, for the desk and for its reporter.</summary>
[Collection(AppCollection.Name)]
public sealed partial class SplitServiceTests(AppFixture app)
{
    private static readonly object InThree = new
    {
        delen = new[] { PartOf("Insuline"), PartOf("Uitlenen"), PartOf("Scholing") },
        reden = "Dit zijn drie regels van drie ministeries.",
    };

    private readonly CaseStore store = app.Services.GetRequiredService<CaseStore>();

    [Fact]
    public async Task Split_InThree_TheCaseGoesOnAndTwoNewOnesBegin()
    {
        var reported = await TestCase.ReportAsync(app);

        var (status, body) = await reported.PostAsync("/splitsingen", InThree);

        Assert.Equal(200, status);
        var numbers = NumbersIn(body);
        Assert.Equal(2, numbers.Count);
        var origin = await reported.GetAsync();
        Assert.Equal("Insuline", origin.GetProperty("melding").Text("titel"));
        Assert.Equal(numbers, NumbersIn(origin));
        var part = await FileAsync(numbers[1]);
        Assert.Equal(("Scholing", CaseNumber.Parse(reported.Number), CaseStatus.Received),
            (part.Title, part.State.SplitFrom, part.State.Status));
        Assert.Equal("mia@voorbeeld.nl", part.Private.Reporter?.Email?.Value);
        await Journey.UntilAsync(async () => (await FileAsync(numbers[1])).State.Suggestion is not null, "the part's own workflow");
        Assert.Equal("Helpende mag geen insuline prikken",
            (await FileAsync(reported.Number)).ReportedInAll(TextNames.Title));
    }

    [Fact]
    public async Task Split_AgainAndAgain_MakesNoMoreCases()
    {
        var reported = await TestCase.ReportAsync(app);
        using var client = app.AsAnalyst(TestCase.Author);
        client.DefaultRequestHeaders.Add("Idempotency-Key", Guid.NewGuid().ToString());
        var address = $"/v1/zaken/{reported.Number}/splitsingen";

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => client.PostAsJsonAsync(address, InThree)));
        var other = await reported.PostAsync("/splitsingen", InThree);

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(409, other.Status);
        Assert.Single((await FileAsync(reported.Number)).Events, e => e.What is ReportSplit);
        var named = await Task.WhenAll(answers.Select(async answer =>
            string.Join(' ', NumbersIn(await answer.Content.ReadFromJsonAsync<JsonElement>()))));
        Assert.Single(named.Distinct());
        Assert.Equal(2, (await CasesFromAsync(reported)).Count);
    }

    [Fact]
    public async Task Split_IntoWrongParts_NamesEveryWrongField()
    {
        var reported = await TestCase.ReportAsync(app);

        var one = await reported.PostAsync("/splitsingen", new { delen = new[] { PartOf("Een") } });
        var two = await reported.PostAsync("/splitsingen",
            new { delen = new object[] { PartOf("Een"), new { titel = "Twee", omschrijving = "Bsn 111222333." } }, reden = "Zo." });

        Assert.Equal(["delen", "reden"], one.Body.WrongFields().Order(StringComparer.Ordinal));
        Assert.Equal(["delen[1].belemmering", "delen[1].omschrijving"], two.Body.WrongFields().Order(StringComparer.Ordinal));
        Assert.Null((await FileAsync(reported.Number)).State.Split);
    }

    [Fact]
    public async Task Split_OfAReportWithAnAddress_MailsOnceAndOneCodeOpensEveryPart()
    {
        var reported = await TestCase.ReportAsync(app);
        var numbers = NumbersIn((await reported.PostAsync("/splitsingen", InThree)).Body);
        await UntilMailedAsync(reported.Number, MailKind.ReportSplit);

        var mails = new List<OutboxEntry>();
        foreach (var number in numbers.Append(reported.Number))
        {
            await Journey.UntilAsync(async () => (await FileAsync(number)).State.Suggestion is not null, "the workflow");
            mails.AddRange(await OutboxOf(number));
        }

        Assert.Equal([MailKind.Receipt, MailKind.ReportSplit], mails.Select(mail => mail.Mail.Kind).Order());
        using var browser = new PageVisit(app.Address);
        var page = await browser.FollowAsync(reported.Number, reported.Code);
        Assert.Contains("Je melding gaat over 3 vragen", page, StringComparison.Ordinal);
        Assert.Contains("Dit zijn drie regels van drie ministeries.", page, StringComparison.Ordinal);
        Assert.All(numbers, number => Assert.Contains($"Bekijk {number}", page, StringComparison.Ordinal));
        var part = await browser.SendAsync("/volgen/melding", "/volgen/deel", ("zaaknummer", numbers[0]));
        Assert.Contains("<h1>Uitlenen</h1>", part, StringComparison.Ordinal);
        using var direct = new PageVisit(app.Address);
        Assert.Contains("<h1>Scholing</h1>", await direct.FollowAsync(numbers[1], reported.Code), StringComparison.Ordinal);
        var view = await ViewAsync(numbers[0], reported.Code);
        Assert.Equal([reported.Number, .. numbers], view.GetProperty("delen").EnumerateArray().Select(one => one.Text("zaaknummer")));
    }

    [Fact]
    public async Task OpenPart_OfAnotherReport_EndsTheSession()
    {
        var (reported, other) = (await TestCase.ReportAsync(app), await TestCase.ReportAsync(app, "Iets van een ander"));
        using var browser = new PageVisit(app.Address);
        await browser.FollowAsync(reported.Number, reported.Code);

        using var answer = await browser.PostAsync("/volgen/melding", "/volgen/deel", ("zaaknummer", other.Number));

        Assert.DoesNotContain("Iets van een ander", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains(reported.Number, await browser.ReadAsync("/volgen/melding"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undo_BeforeAnythingHappened_EndsThePartsAndTellsWhoWasTold()
    {
        var reported = await TestCase.ReportAsync(app);
        var numbers = NumbersIn((await reported.PostAsync("/splitsingen", InThree)).Body);
        await UntilMailedAsync(reported.Number, MailKind.ReportSplit);

        var (status, body) = await reported.SendAsync(HttpMethod.Delete, "/splitsingen");
        var again = await reported.SendAsync(HttpMethod.Delete, "/splitsingen");

        Assert.Equal((200, 409), (status, again.Status));
        Assert.Empty(NumbersIn(body));
        await UntilMailedAsync(reported.Number, MailKind.ReportSplitUndone);
        Assert.Equal("Helpende mag geen insuline prikken", (await reported.GetAsync()).GetProperty("melding").Text("titel"));
        foreach (var number in numbers)
        {
            Assert.Equal(CaseStatus.TakenBack, (await FileAsync(number)).State.Status);
        }

        using var browser = new PageVisit(app.Address);
        Assert.DoesNotContain("vragen</h2>", await browser.FollowAsync(reported.Number, reported.Code), StringComparison.Ordinal);
        Assert.Contains($"Bekijk {reported.Number}", await browser.SendAsync("/volgen/melding", "/volgen/deel",
            ("zaaknummer", numbers[0])), StringComparison.Ordinal);
        Assert.Equal(200, (await reported.PostAsync("/splitsingen", InThree)).Status);
    }

    [Fact]
    public async Task Undo_AfterWorkOnAPart_IsRefusedAndNamesIt()
    {
        var reported = await TestCase.ReportAsync(app);
        var numbers = NumbersIn((await reported.PostAsync("/splitsingen", InThree)).Body);
        await new TestCase(app, numbers[0], "").AnalyseAsync();

        var (status, body) = await reported.SendAsync(HttpMethod.Delete, "/splitsingen");

        Assert.Equal(409, status);
        Assert.Contains(numbers[0], body.Text("detail"), StringComparison.Ordinal);
        Assert.Equal(2, NumbersIn(await reported.GetAsync()).Count);
    }

    /// <summary>The process died right after the event: what the workflow of the report does then.</summary>
    [Fact]
    public async Task AdvanceCase_OfAReportWhosePartsWereNotMade_MakesThem()
    {
        var reported = await TestCase.ReportAsync(app);
        var part = CaseNumber.New(2026);
        CaseFile? cut = null;
        await Journey.UntilAsync(async () => (cut = await store.AppendAsync(
            await FileAsync(reported.Number),
            new NewEvent(new Actor(ActorRole.Analyst, "Ans"), new ReportSplit { Parts = [part], DueOn = new DateOnly(2027, 1, 11) })
            {
                Texts = new Dictionary<string, string>
                {
                    [TextNames.OfPart(1, TextNames.Title)] = "Een",
                    [TextNames.OfPart(2, TextNames.Title)] = "Twee",
                },
            },
            null, default)) is not null, "the event to be stored");

        var activities = ActivatorUtilities.CreateInstance<CaseActivities>(app.Services);
        await activities.AdvanceCase(new Advance(reported.Number, null, cut!.State.Version - 1, null), null!, default);
        await activities.AdvanceCase(new Advance(reported.Number, null, cut.State.Version - 1, null), null!, default);

        Assert.Equal("Twee", (await FileAsync(part.Value)).Title);
        Assert.Single(await OutboxOf(reported.Number), mail => mail.Mail.Kind == MailKind.ReportSplit);
    }

    [Fact]
    public async Task Erase_WithTheCodeOfAPart_ErasesTheWholeReport()
    {
        var reported = await TestCase.ReportAsync(app);
        var numbers = NumbersIn((await reported.PostAsync("/splitsingen", InThree)).Body);
        var people = app.Services.GetRequiredService<PersonRequestService>();

        await people.EraseAsync(numbers[0], reported.Code, ErasedData.Texts, default);

        foreach (var number in numbers.Append(reported.Number))
        {
            var file = await FileAsync(number);
            Assert.Null(file.Private.Reporter);
            Assert.Equal("[gewist]", file.Title);
        }
    }

    [Fact]
    public async Task PersonRequest_ByTheAddressOfTheReporter_FindsHerInEveryPart()
    {
        var reported = await TestCase.ReportAsync(app);
        var numbers = NumbersIn((await reported.PostAsync("/splitsingen", InThree)).Body);
        var address = EmailAddress.Stored("mia@voorbeeld.nl");

        var found = await app.Services.GetRequiredService<PersonRequestService>().LookAsync(address, PersonRequestKind.Export, default);

        Assert.Subset(found.Lines.Select(line => line.Number.Value).ToHashSet(), numbers.Append(reported.Number).ToHashSet());
    }

    [Fact]
    public async Task RemoveAddress_OnAPart_HoldsForEveryPart()
    {
        var reported = await TestCase.ReportAsync(app);
        var numbers = NumbersIn((await reported.PostAsync("/splitsingen", InThree)).Body);
        using var browser = new PageVisit(app.Address);
        await browser.FollowAsync(numbers[0], reported.Code);

        await browser.SendAsync("/volgen/melding", "/volgen/email/weghalen");

        foreach (var number in numbers.Append(reported.Number))
        {
            Assert.Null((await FileAsync(number)).Private.Reporter?.Email);
        }
    }

    [Fact]
    public async Task NewCode_AskedWithTheNumberOfAPart_OpensEveryPartAndTheOldOneNone()
    {
        var reported = await TestCase.ReportAsync(app);
        var numbers = NumbersIn((await reported.PostAsync("/splitsingen", InThree)).Body);
        using var browser = new PageVisit(app.Address);
        await browser.SendAsync("/volgen/code-kwijt", "/volgen/code-kwijt", ("zaaknummer", numbers[0]), ("email", "mia@voorbeeld.nl"));
        var mail = await new MinistryCases(app).MailAsync(CaseNumber.Parse(reported.Number), "nieuwe-code");
        var code = FollowCodeText().Match(mail.Text("text")!).Value;

        Assert.Equal(numbers[0], (await ViewAsync(numbers[0], code)).Text("zaaknummer"));
        Assert.Equal(numbers[1], (await ViewAsync(numbers[1], code)).Text("zaaknummer"));
        Assert.Equal(404, (await AskAsync(numbers[0], reported.Code)).Status);
        Assert.Equal(404, (await AskAsync(reported.Number, reported.Code)).Status);
    }

    private static object PartOf(string title) =>
        new { titel = title, omschrijving = $"Dit willen we: {title}.", belemmering = "Het mag niet, zegt men." };

    private static List<string> NumbersIn(JsonElement body) =>
        [.. body.GetProperty("gesplitstIn").EnumerateArray().Select(number => number.GetString()!)];

    private async Task<CaseFile> FileAsync(string number) => (await store.FindAsync(CaseNumber.Parse(number), default))!;

    private async Task<List<CaseNumber>> CasesFromAsync(TestCase reported)
    {
        var found = new List<CaseNumber>();
        await foreach (var row in app.Services.GetRequiredService<CaseIndex>().AllAsync(year: null, default))
        {
            if ((await store.FindAsync(row.Number, default))?.State.SplitFrom == CaseNumber.Parse(reported.Number))
            {
                found.Add(row.Number);
            }
        }

        return found;
    }

    private async Task<JsonElement> ViewAsync(string number, string code) => (await AskAsync(number, code)).Body;

    private async Task<(int Status, JsonElement Body)> AskAsync(string number, string code)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/meldingen/{number}");
        request.Headers.Add("Volgcode", code);
        using var answer = await app.Http.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    private Task<IReadOnlyList<OutboxEntry>> OutboxOf(string number) =>
        app.Services.GetRequiredService<Outbox>().OfCaseAsync(CaseNumber.Parse(number), default);

    private Task UntilMailedAsync(string number, MailKind kind) => Journey.UntilAsync(
        async () => (await FileAsync(number)).Events.Any(
            e => e.What is MailRecorded { State: "verzonden" } mail && mail.Kind == kind.Slug()),
        $"the mail {kind}");

    [GeneratedRegex("(?:[0-9A-Z]{4}-){6}[0-9A-Z]{3}")]
    private static partial Regex FollowCodeText();
}
