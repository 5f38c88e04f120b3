using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Notifications;
using RegelLoket.Outcome;
using RegelLoket.Storage;
using RegelLoket.Tests.Notifications;
using RegelLoket.Tests.Storage;

namespace RegelLoket.Tests.Outcome;

/// <summary>What the mails about outcome, dispute and effect say.</summary>
[Collection(nameof(CaseStorage))]
public sealed class OutcomeMailTests(AzuriteFixture azurite)
{
    private static readonly Actor Analyst = new(ActorRole.Analyst, "Ans Analist");

    [Fact]
    public async Task OutcomeMail_OfEveryOutcome_HasWordsOfItsOwnAndTheDayToReact()
    {
        using var host = await MailHost.OpenAsync(azurite);
        var before = new DateOnly(2026, 12, 7);
        var asks = new List<string>();
        foreach (var kind in OutcomeTemplate.Choices)
        {
            var file = await AppendAsync(host, await host.CreateCaseAsync(), Analyst,
                new OutcomeDetermined { Outcome = kind, DueOn = before });
            var (mail, content) = (await host.Composer.ComposeAsync(Plan(file, MailKind.OutcomeToReporter), file, default))!.Value;
            asks.Add(content.Ask);
            Assert.Equal(OutcomeTemplate.Of(kind).Opening, content.Ask);
            Assert.Contains("7 december 2026", mail.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(kind.Label(), mail.Subject, StringComparison.Ordinal);
        }

        Assert.Equal(13, asks.Distinct().Count());
    }

    [Fact]
    public async Task EffectMail_OnceAnsweredOrTooLate_IsNotSentAnyMore()
    {
        using var host = await MailHost.OpenAsync(azurite);
        var decided = await AppendAsync(host, await host.CreateCaseAsync(), Analyst,
            new OutcomeDetermined { Outcome = OutcomeKind.HetKanAl, DueOn = new DateOnly(2026, 12, 7) });
        var asked = await AppendAsync(host, decided, Actor.System, new EffectAsked(EffectMoment.ThreeMonths));
        var plan = Plan(asked, MailKind.EffectQuestion);

        var (mail, content) = (await host.Composer.ComposeAsync(plan, asked, default))!.Value;
        Assert.Contains("/volgen/effect#", content.Link!.Target.AbsoluteUri, StringComparison.Ordinal);
        Assert.DoesNotContain("effect#", mail.Subject, StringComparison.Ordinal);
        var answered = await AppendAsync(
            host, asked, Actor.Reporter, new EffectAnswered { Moment = EffectMoment.ThreeMonths, Noticed = EffectNoticed.Yes });
        Assert.Null(await host.Composer.ComposeAsync(plan, answered, default));
    }

    private static PlannedMail Plan(CaseFile file, MailKind kind) =>
        new()
        {
            Case = file.Number,
            Key = $"{kind.Slug()}.{file.State.Version}",
            Kind = kind,
            To = Recipient.Reporter,
            Event = file.State.Version
        };

    private static async Task<CaseFile> AppendAsync(MailHost host, CaseFile file, Actor by, CaseChange change) =>
        (await ((CaseStore)host.Services.GetService(typeof(CaseStore))!).AppendAsync(file, new NewEvent(by, change), null, default))!;
}
