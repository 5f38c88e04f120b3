using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;
using RegelLoket.Library.Editing;
using RegelLoket.Library.Items;
using RegelLoket.Notifications;
using RegelLoket.Tests.Cases;
using RegelLoket.Web.SignIn;
using RegelLoket.Workbench;
using RegelLoket.Workbench.Digest;
using RegelLoket.Workbench.Digest.Mails;

namespace RegelLoket.Tests.Workbench;

/// <summary>The overview by mail: who gets it when, what it says and holds back, and that it comes once.</summary>
[Collection(AppCollection.Name)]
public sealed class DigestTests(AppFixture app)
{
    private static readonly WorkingDays Days = new(new WorkingDayOptions());

    private readonly string colleague = $"Dina {Guid.NewGuid():N}"[..16];

    private DigestSettings Settings => app.Services.GetRequiredService<DigestSettings>();

    private Outbox Outbox => app.Services.GetRequiredService<Outbox>();

    private DigestMail Mail => app.Services.GetServices<IStaffMailTemplate>().OfType<DigestMail>().Single();

    [Theory]
    [InlineData(DigestRhythm.Daily, "2026-05-04T06:00:00Z", true)] // Monday, 8 o'clock in the Netherlands.
    [InlineData(DigestRhythm.Daily, "2026-05-04T04:59:00Z", false)] // One minute to seven.
    [InlineData(DigestRhythm.Daily, "2026-05-02T08:00:00Z", false)] // Saturday.
    [InlineData(DigestRhythm.Daily, "2026-04-27T08:00:00Z", false)] // King's day.
    [InlineData(DigestRhythm.Weekly, "2026-05-04T08:00:00Z", true)]
    [InlineData(DigestRhythm.Weekly, "2026-05-05T08:00:00Z", false)]
    [InlineData(DigestRhythm.Weekly, "2026-04-06T08:00:00Z", false)] // Easter Monday,
    [InlineData(DigestRhythm.Weekly, "2026-04-07T08:00:00Z", true)] // so that week it comes on Tuesday.
    [InlineData(DigestRhythm.Never, "2026-05-04T08:00:00Z", false)]
    public void Due_OnADay_FollowsRhythmAndWorkingDays(DigestRhythm rhythm, string now, bool due) =>
        Assert.Equal(due, DigestPlan.Due(
            "k", Setting(rhythm), DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture), Days) is not null);

    [Fact]
    public void Due_TwiceOnOneDay_HasOneKeyWithoutTimeOrName()
    {
        DateTimeOffset At(int hour) => new(2026, 5, 4, hour, 0, 0, TimeSpan.Zero);

        var (first, second) = (DigestPlan.Due("abc", Setting(DigestRhythm.Daily), At(6), Days)!,
            DigestPlan.Due("abc", Setting(DigestRhythm.Daily), At(10), Days)!);

        Assert.Equal("digest.abc.2026-05-04", first.Key);
        Assert.Equal(first, second);
        Assert.Null(first.Case);
    }

    [Theory]
    [InlineData(DigestRhythm.Daily, "2026-05-01", "2026-05-03", false)] // Friday's, on Sunday.
    [InlineData(DigestRhythm.Daily, "2026-05-01", "2026-05-04", true)]
    [InlineData(DigestRhythm.Weekly, "2026-05-04", "2026-05-08", false)]
    [InlineData(DigestRhythm.Weekly, "2026-05-04", "2026-05-11", true)]
    public void IsOvertaken_OverviewThatWaited_OnceTheNextOneIsDue(DigestRhythm rhythm, string day, string today, bool overtaken) =>
        Assert.Equal(overtaken, DigestPlan.IsOvertaken(Day(day), Day(today), rhythm, Days));

    [Theory]
    [InlineData(DigestRhythm.Daily, "2026-05-04", "2026-05-01")]
    [InlineData(DigestRhythm.Daily, "2026-04-28", "2026-04-24")]
    [InlineData(DigestRhythm.Weekly, "2026-05-04", "2026-04-28")]
    public void DayBefore_OfADay_IsTheDayOfTheOverviewBefore(DigestRhythm rhythm, string day, string before) =>
        Assert.Equal(Day(before), DigestPlan.DayBefore(Day(day), rhythm, Days));

    [Fact]
    public async Task Write_ForAColleague_TellsCasesByNumberAndHoldsNoWordOfAnybody()
    {
        var own = await TestCase.ReportAsync(app, title: "Mevrouw Jansen van de Lindelaan");
        await own.PutAsync("/behandelaar", new { behandelaar = colleague });
        await TestCase.ReportAsync(app, title: "Meneer Pietersen belt");

        var (_, content) = (await ComposeAsync(DigestRhythm.Daily))!.Value;
        var text = MailText.Of(content, new MailFooter([]));
        var alone = Mail.Write(Setting(DigestRhythm.Daily), [await own.EntryAsync()], [], Today)!;

        Assert.Contains(own.Number, text, StringComparison.Ordinal);
        Assert.Equal("Er wacht 1 zaak op jou.", alone.Ask);
        Assert.EndsWith("/werkbank?tab=aan-jou", alone.Link!.Target.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Jansen", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Pietersen", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Mia", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_WithoutAnythingToSay_IsNoMail() => Assert.Null(Mail.Write(Setting(DigestRhythm.Daily), [], [], Day("2026-05-04")));

    [Fact]
    public void Write_TextsForTheLibrary_AreCountedForEverybodyButTheirAuthorAndNotQuoted()
    {
        var setting = Setting(DigestRhythm.Daily);
        var own = Proposal("eigen", setting.Colleague);
        var other = Proposal("ander", new Actor(ActorRole.Coordinator, "Coo", "id-coo"));

        var content = Mail.Write(setting, [], [own, other], Today)!;
        var text = MailText.Of(content, new MailFooter([]));

        Assert.Equal("Er wacht 1 tekst op jou.", content.Ask);
        Assert.EndsWith("/werkbank?tab=aan-jou", content.Link!.Target.ToString(), StringComparison.Ordinal);
        Assert.Contains("Koploper: Van Coo, wacht sinds", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Samen opleiden", text, StringComparison.Ordinal);
        Assert.Null(Mail.Write(setting, [], [own], Today));
    }

    [Fact]
    public async Task Write_OwnCases_ComeByDeadlineAndPausedOnesAreNoTask()
    {
        var (late, paused) = (await TestCase.ReportAsync(app), await TestCase.ReportAsync(app));
        foreach (var reported in new[] { late, paused })
        {
            await reported.PutAsync("/behandelaar", new { behandelaar = colleague });
        }

        Assert.Equal(200, (await paused.PostAsync("/vragen-aan-melder", new { vraag = "Hoe groot is het team?" })).Status);

        var content = Mail.Write(Setting(DigestRhythm.Daily), [await late.EntryAsync(), await paused.EntryAsync()], [], Today)!;

        Assert.Equal("Er wacht 1 zaak op jou.", content.Ask);
        Assert.Equal([late.Number], ((MailPart.Facts)content.Parts[1]).Items.Select(item => item.Key));
    }

    [Fact]
    public async Task Write_WhatWaits_IsWhatTheTabHolds()
    {
        var (own, ofOther) = (await TestCase.ReportAsync(app), await TestCase.ReportAsync(app));
        await own.PutAsync("/behandelaar", new { behandelaar = colleague });
        await ofOther.AnalyseAsync();
        await ofOther.PutAsync("/probleemstelling", ofOther.Statement);
        CaseEntry[] entries = [await own.EntryAsync(), await ofOther.EntryAsync()];

        var content = Mail.Write(Setting(DigestRhythm.Daily), entries, [], Today)!;
        var tab = WorkQueue.Pick(entries, new WorkQueueQuery { Tab = QueueTab.ForYou }, Setting(DigestRhythm.Daily).Colleague, Now);

        Assert.Equal("Er wachten 2 zaken op jou.", content.Ask);
        Assert.Equal(tab.Select(line => line.Entry.Row.Number.Value), ((MailPart.Facts)content.Parts[1]).Items.Select(item => item.Key));
    }

    [Fact]
    public async Task PostPage_EachChoice_IsKeptWithTheAddressOfTheSignInAndErasedByNever()
    {
        var key = DigestSettings.KeyOf(AppFixture.IdOf(colleague));

        var weekly = await PostAsync("wekelijks");
        var kept = await Settings.FindAsync(key, CancellationToken.None);
        var wrong = await PostAsync("elk uur");
        await PostAsync("nooit");

        Assert.Equal(303, weekly.Status);
        Assert.Equal((DigestRhythm.Weekly, colleague), (kept!.Rhythm, kept.Name));
        Assert.EndsWith("@collega.example", kept.Email.Value, StringComparison.Ordinal);
        Assert.Equal(400, wrong.Status);
        Assert.Contains("Kies hoe vaak je het overzicht wilt.", wrong.Body, StringComparison.Ordinal);
        Assert.Null(await Settings.FindAsync(key, CancellationToken.None));
        Assert.DoesNotContain(key, await Settings.KeysAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Plan_ThroughTheOutbox_SendsOnceAndNothingAfterSwitchingOff()
    {
        var reported = await TestCase.ReportAsync(app);
        await reported.PutAsync("/behandelaar", new { behandelaar = colleague });
        await PostAsync("dagelijks");
        var key = DigestSettings.KeyOf(AppFixture.IdOf(colleague));
        var mail = DigestPlan.Due(key, (await Settings.FindAsync(key, CancellationToken.None))!,
            new DateTimeOffset(2026, 5, 4, 8, 0, 0, TimeSpan.Zero), Days)! with
        { Key = KeyOf(key, 0) };

        await Outbox.PlanAsync(mail, CancellationToken.None);
        await Outbox.PlanAsync(mail, CancellationToken.None);
        var sent = await EndOfAsync(mail.Key);
        await PostAsync("nooit");
        var later = mail with { Key = KeyOf(key, 1) };
        await Outbox.PlanAsync(later, CancellationToken.None);

        Assert.Equal((MailState.Sent, 1), (sent.State, sent.Attempts));
        Assert.Equal(MailState.Obsolete, (await EndOfAsync(later.Key)).State);
    }

    [Fact]
    public async Task Plan_OverviewsThatWaitedForTwoWeeks_OnlyTheLastOneIsWritten()
    {
        var reported = await TestCase.ReportAsync(app);
        await reported.PutAsync("/behandelaar", new { behandelaar = colleague });

        Assert.NotNull(await ComposeAsync(DigestRhythm.Daily));
        Assert.Null(await ComposeAsync(DigestRhythm.Daily, daysAgo: 14));
    }

    private DateTimeOffset Now => app.Services.GetRequiredService<TimeProvider>().GetUtcNow();

    private DateOnly Today => WorkingDays.DayOf(Now);

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static Edition Proposal(string id, Actor by) => new()
    {
        Id = id,
        Version = 1,
        What = EditionKind.Proposed,
        By = by,
        At = CaseFiles.ReportedAt,
        After = new FrontRunner
        {
            Id = id,
            Title = "Samen opleiden",
            Month = "2026-09",
            Summary = "",
            HowItWorks = "",
            WhatItYields = "",
            WhyFrontRunner = "",
            PublishedAt = CaseFiles.ReportedAt,
            ModifiedAt = CaseFiles.ReportedAt,
        },
    };

    private DigestSetting Setting(DigestRhythm rhythm) =>
        new()
        {
            Name = colleague,
            Rhythm = rhythm,
            Email = EmailAddress.TryParse("dina@collega.example", out var address) ? address
            : throw new FormatException()
        };

    private string KeyOf(string key, int daysAhead) =>
        $"digest.{key}.{WorkingDays.DayOf(app.Services.GetRequiredService<TimeProvider>().GetUtcNow()).AddDays(daysAhead):yyyy-MM-dd}";

    private async Task<(EmailAddress To, MailContent Content)?> ComposeAsync(DigestRhythm rhythm, int daysAgo = 0)
    {
        var key = DigestSettings.KeyOf(AppFixture.IdOf(colleague));
        await Settings.SaveAsync(key, rhythm, new CurrentUser(colleague, colleague, [], Setting(rhythm).Email), CancellationToken.None);
        return await Mail.ComposeAsync(
            new PlannedMail
            {
                Key = KeyOf(key, -daysAgo),
                Kind = MailKind.Digest,
                To = Recipient.Analyst(key)
            }, CancellationToken.None);
    }

    private async Task<(int Status, string Body)> PostAsync(string rhythm)
    {
        using var client = app.AsAnalyst(colleague);
        return await PageForms.PostAsync(client, "/werkbank/overzicht-per-mail", "/werkbank/overzicht-per-mail",
            [KeyValuePair.Create("ritme", rhythm)]);
    }

    private async Task<OutboxEntry> EndOfAsync(string key)
    {
        var until = TimeProvider.System.GetUtcNow().AddMinutes(1);
        while (true)
        {
            var found = await Outbox.FindAsync(null, key, CancellationToken.None);
            if (found is { State: not (MailState.Planned or MailState.Sending) } ended)
            {
                return ended;
            }

            Assert.True(TimeProvider.System.GetUtcNow() < until, $"Mail {key} is still {found?.State}.");
            await Task.Delay(100);
        }
    }
}
