using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;
using RegelLoket.Intake;
using RegelLoket.Notifications;
using RegelLoket.Storage;
using RegelLoket.Tests.Intake;
using RegelLoket.Tests.Workbench;

namespace RegelLoket.Tests.ContextAnalysis;

[Collection(AppCollection.Name)]
public sealed class CaseLinkServiceTests(AppFixture app)
{
    private static DateOnly Today => WorkingDays.DayOf(TimeProvider.System.GetUtcNow());

    [Fact]
    public async Task Link_AsTheSame_MergesAndUndoRestores()
    {
        var (main, other) = (await TestCase.ReportAsync(app), await TestCase.ReportAsync(app));
        await other.AnalyseAsync();

        var merged = await other.PostAsync("/verbanden", new { soort = "zelfde", zaaknummer = main.Number, reden = "Zelfde knelpunt." });
        var refused = await other.PutAsync("/probleemstelling", other.Statement);
        var split = await other.SendAsync(HttpMethod.Delete, $"/verbanden/{main.Number}");

        Assert.Equal("samengevoegd", merged.Body.Text("status"));
        Assert.Equal(409, refused.Status);
        Assert.Equal("probleemstelling", split.Body.Text("status"));
        // The workflow suggests a context at its own moment.
        Assert.Equal(["caseAbsorbed", "caseReleased"], (await KindsAsync(main)).Where(kind => kind != "contextSuggested").TakeLast(2));
        Assert.Equal(["caseMerged", "caseSplitOff"], (await KindsAsync(other)).Where(kind => kind != "contextSuggested").TakeLast(2));
    }

    [Fact]
    public async Task Link_AsTheSameTwice_AppendsOnce()
    {
        var (main, other) = (await TestCase.ReportAsync(app), await TestCase.ReportAsync(app));
        var command = new { soort = "zelfde", zaaknummer = main.Number, reden = "Zelfde knelpunt." };

        await other.PostAsync("/verbanden", command);
        await other.PostAsync("/verbanden", command);

        Assert.Single(await KindsAsync(main), "caseAbsorbed");
        Assert.Single(await KindsAsync(other), "caseMerged");
    }

    [Fact]
    public async Task Link_AsRelated_TellsBothAndUndoTakesItAway()
    {
        var (one, other) = (await TestCase.ReportAsync(app), await TestCase.ReportAsync(app));

        Assert.Equal(200, (await one.PostAsync(
            "/verbanden", new { soort = "verwant", zaaknummer = other.Number, reden = "Zelfde regel." })).Status);
        Assert.Contains("caseLinked", await KindsAsync(other));
        Assert.Equal(200, (await other.SendAsync(HttpMethod.Delete, $"/verbanden/{one.Number}")).Status);

        Assert.Contains("caseUnlinked", await KindsAsync(one));
        Assert.Equal(409, (await one.SendAsync(HttpMethod.Delete, $"/verbanden/{other.Number}")).Status);
    }

    [Theory]
    [InlineData("zelfde")]
    [InlineData("verwant")]
    public async Task Case10_Unlink_TwiceUnderOneKey_IsNoErrorAfterSuccess(string kind)
    {
        var (one, other) = (await TestCase.ReportAsync(app), await TestCase.ReportAsync(app));
        var command = new { soort = kind, zaaknummer = one.Number, reden = "Zelfde regel." };
        using var client = app.AsAnalyst(TestCase.Author);
        client.DefaultRequestHeaders.Add("Idempotency-Key", Guid.NewGuid().ToString());
        var address = $"/v1/zaken/{other.Number}/verbanden";

        using var linked = await client.PostAsJsonAsync(address, command);
        using var first = await client.DeleteAsync($"{address}/{one.Number}");
        using var second = await client.DeleteAsync($"{address}/{one.Number}");
        using var linkedAgain = await client.PostAsJsonAsync(address, command);

        Assert.All([linked, first, second, linkedAgain], answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Single(await KindsAsync(one), kind == "zelfde" ? "caseReleased" : "caseUnlinked");
    }

    [Fact]
    public async Task Case10_Merge_AgainAfterTheMainCaseEnded_IsNoErrorAfterSuccess()
    {
        var (main, other) = (await TestCase.ReportAsync(app), await TestCase.ReportAsync(app));
        using var client = app.AsAnalyst(TestCase.Author);
        client.DefaultRequestHeaders.Add("Idempotency-Key", Guid.NewGuid().ToString());
        var command = new { soort = "zelfde", zaaknummer = main.Number, reden = "Zelfde knelpunt." };
        using var first = await client.PostAsJsonAsync($"/v1/zaken/{other.Number}/verbanden", command);
        using var withdrawal = new HttpRequestMessage(HttpMethod.Post, $"/v1/meldingen/{main.Number}/intrekkingen");
        withdrawal.Headers.Add("Volgcode", main.Code);
        using var withdrawn = await app.Http.SendAsync(withdrawal);

        using var second = await client.PostAsJsonAsync($"/v1/zaken/{other.Number}/verbanden", command);

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK],
            [first.StatusCode, withdrawn.StatusCode, second.StatusCode]);
    }

    [Fact]
    public async Task Link_IntoAMergedCaseOrWithWrongFields_IsRefused()
    {
        var (main, other, third) = (await TestCase.ReportAsync(app), await TestCase.ReportAsync(app), await TestCase.ReportAsync(app));
        await other.PostAsync("/verbanden", new { soort = "zelfde", zaaknummer = main.Number, reden = "Zelfde knelpunt." });

        var chained = await third.PostAsync("/verbanden", new { soort = "zelfde", zaaknummer = other.Number, reden = "Ook zo." });
        var wrong = await third.PostAsync("/verbanden", new { soort = "onzin", zaaknummer = third.Number });

        Assert.Equal(409, chained.Status);
        Assert.Equal(400, wrong.Status);
        Assert.Equal(["reden", "soort", "zaaknummer"], wrong.Body.WrongFields().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Case09_TheMainReporterWithdraws_TheOtherGoesOnAndItsReporterIsTold()
    {
        var (main, other) = (await TestCase.ReportAsync(app), await TestCase.ReportAsync(app));
        await other.PostAsync("/verbanden", new { soort = "zelfde", zaaknummer = main.Number, reden = "Zelfde knelpunt." });

        Assert.Single(await MailsAsync(other, MailKind.MergedToReporter));
        using var withdrawal = new HttpRequestMessage(HttpMethod.Post, $"/v1/meldingen/{main.Number}/intrekkingen");
        withdrawal.Headers.Add("Volgcode", main.Code);
        using var answer = await app.Http.SendAsync(withdrawal);
        answer.EnsureSuccessStatusCode();

        await Journey.UntilAsync(async () => (await KindsAsync(main))[^1] == "caseReleased", "the other case to be split off");
        Assert.Single(await MailsAsync(other, MailKind.SplitOffToReporter));
        var now = await other.GetAsync("");
        Assert.Equal("ontvangen", now.Text("status"));
        Assert.Equal(200, (await other.PostAsync("/notities", new { tekst = "We gaan verder." })).Status);
    }

    [Fact]
    public async Task GetSimilar_OfTheSameBottleneck_NamesTheOtherWithItsReason()
    {
        var (one, other) = (await ReportLendingAsync(), await ReportLendingAsync());

        var similar = (await one.GetAsync("/vergelijkbare")).GetProperty("vergelijkbare").EnumerateArray().ToList();

        var line = similar.SingleOrDefault(line => line.Text("zaaknummer") == other.Number);
        Assert.NotEqual(default, line);
        Assert.NotEmpty(line.GetProperty("onderwerpen").EnumerateArray());
    }

    [Fact]
    public async Task Link_AsTheSameAndBack_TellsTheReporterOnceOfEachByMailAndOnThePage()
    {
        var (main, other) = (await TestCase.ReportAsync(app), await TestCase.ReportAsync(app));
        var command = new { soort = "zelfde", zaaknummer = main.Number, reden = "Zelfde knelpunt." };

        await other.PostAsync("/verbanden", command);
        await other.PostAsync("/verbanden", command);
        var merged = await MailsAsync(other, MailKind.MergedToReporter);
        await other.SendAsync(HttpMethod.Delete, $"/verbanden/{main.Number}");
        var split = await MailsAsync(other, MailKind.SplitOffToReporter);

        Assert.Single(merged);
        Assert.Single(split);
        Assert.Single(await MailsAsync(other, MailKind.MergedToReporter));
        Assert.DoesNotContain(await OutboxOf(main), mail => mail.Mail.Kind is MailKind.MergedToReporter or MailKind.SplitOffToReporter);
        var file = await app.Services.GetRequiredService<CaseStore>().FindAsync(CaseNumber.Parse(other.Number), CancellationToken.None);
        Assert.Equal(
            ["We behandelen je melding samen met een andere melding over hetzelfde.", "We behandelen je melding weer apart."],
            ReportResponse.Of(file!, main: null, Today).Notices.Select(notice => notice.Text));
        Assert.DoesNotContain(
            main.Number, System.Text.Json.JsonSerializer.Serialize(ReportResponse.Of(file!, main: null, Today)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PostOutcome_OfTheMainCase_ReachesTheReporterOfTheMergedOne()
    {
        var (main, other) = (await TestCase.ReportAsync(app), await TestCase.ReportAsync(app));
        await other.PostAsync("/verbanden", new { soort = "zelfde", zaaknummer = main.Number, reden = "Zelfde knelpunt." });
        await main.ApproveAsync();

        var (status, _) = await main.PostAsync("/uitkomsten", new
        {
            uitkomst = "het-kan-al",
            tekstVoorMelder = "In opdracht mag een bekwame helpende dit doen.",
            reden = "De wet laat het toe.",
            regel = new { bwbId = "BWBR0006251", citeertitel = "Wet BIG", artikel = "36", gecontroleerdOp = "2025-01-15" },
            watZegtDeRegel = "In opdracht mag een bekwame collega dit.",
            watMagJe = "Leg de opdracht vast.",
            bevestigdDoor = "VWS",
            bevestigdOp = "2025-01-15",
        });
        var mails = await MailsAsync(other, MailKind.OutcomeOfMainCase);

        Assert.Equal(201, status);
        Assert.Equal(MailState.Sent, Assert.Single(mails).State);
        var store = app.Services.GetRequiredService<CaseStore>();
        var (file, leading) = (await store.FindAsync(CaseNumber.Parse(other.Number), CancellationToken.None),
            await store.FindAsync(CaseNumber.Parse(main.Number), CancellationToken.None));
        Assert.Equal("In opdracht mag een bekwame helpende dit doen.", ReportResponse.Of(file!, leading, Today).Answer?.Text);
        Assert.Null(ReportResponse.Of(file!, main: null, Today).Answer);
    }

    [Fact]
    public async Task PostFollowReply_OfAMergedCase_ReachesWhoeverHandlesTheMainCase()
    {
        var (main, other) = (await TestCase.ReportAsync(app), await TestCase.ReportAsync(app));
        await main.AnalyseAsync();
        await other.PostAsync("/verbanden", new { soort = "zelfde", zaaknummer = main.Number, reden = "Zelfde knelpunt." });
        using var browser = new PageVisit(app.Address);
        await browser.FollowAsync(other.Number, other.Code);

        var page = await browser.SendAsync("/volgen/melding", "/volgen/melding", ("tekst", "Bij ons gaat het om zes mensen."));
        var mail = Assert.Single(await MailsAsync(main, MailKind.MergedReporterWrote));

        Assert.Contains("Bij ons gaat het om zes mensen.", page, StringComparison.Ordinal);
        Assert.Contains("wie de beide meldingen behandelt, leest het", page, StringComparison.Ordinal);
        Assert.Equal(MailState.Sent, mail.State);
        using var analyst = app.AsAnalyst(TestCase.Author);
        Assert.Contains("de melder schreef op", await analyst.GetStringAsync($"/werkbank/zaken/{main.Number}"), StringComparison.Ordinal);
        Assert.Contains("Bij ons gaat het om zes mensen.", await analyst.GetStringAsync($"/werkbank/zaken/{other.Number}"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_OfAnAnonymousReport_MailsNobody()
    {
        var (main, other) = (await TestCase.ReportAsync(app), await TestCase.ReportAsync(app, anonymous: true));

        await other.PostAsync("/verbanden", new { soort = "zelfde", zaaknummer = main.Number, reden = "Zelfde knelpunt." });
        await other.SendAsync(HttpMethod.Delete, $"/verbanden/{main.Number}");
        await MailsAsync(main, MailKind.Receipt);

        Assert.Empty(await OutboxOf(other));
    }

    private Task<IReadOnlyList<OutboxEntry>> OutboxOf(TestCase reported) =>
        app.Services.GetRequiredService<Outbox>().OfCaseAsync(CaseNumber.Parse(reported.Number), CancellationToken.None);

    /// <summary>The mails of a kind, as soon as there is one that is not under way.</summary>
    private async Task<List<OutboxEntry>> MailsAsync(TestCase reported, MailKind kind)
    {
        var until = TimeProvider.System.GetUtcNow().AddMinutes(2);
        while (true)
        {
            var mails = (await OutboxOf(reported)).Where(mail => mail.Mail.Kind == kind).ToList();
            if (mails.Count > 0 && mails.TrueForAll(mail => mail.State is not (MailState.Planned or MailState.Sending)))
            {
                return mails;
            }

            Assert.True(TimeProvider.System.GetUtcNow() < until, $"No mail of kind {kind} was sent for {reported.Number}.");
            await Task.Delay(100);
        }
    }

    private Task<TestCase> ReportLendingAsync() =>
        TestCase.ReportAsync(app, title: "Btw bij collegiaal uitlenen van medewerkers", description: "Over het uitlenen van "
            + "personeel aan elkaar moeten we omzetbelasting rekenen.");

    private static async Task<List<string?>> KindsAsync(TestCase reported) =>
        [.. (await reported.GetAsync("/gebeurtenissen")).GetProperty("gebeurtenissen").EnumerateArray().Select(e => e.Text("soort"))
            .Where(kind => kind != "mailRecorded")];
}
