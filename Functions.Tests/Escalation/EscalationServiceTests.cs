using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Escalation;
using RegelLoket.Tests.Notifications;
using RegelLoket.Tests.Storage;

namespace RegelLoket.Tests.Escalation;

/// <summary>What a decision on more time gives: never less than a refusal would, and on whatever day it is made.</summary>
[Collection(nameof(CaseStorage))]
public sealed class EscalationServiceTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly Actor Analyst = new(ActorRole.Analyst, "Ans");

    private MailHost host = null!;

    private WorkingDays Days => host.Services.GetRequiredService<WorkingDays>();

    private DateOnly Today => WorkingDays.DayOf(host.Clock.GetUtcNow());

    public async ValueTask InitializeAsync() => host = await MailHost.OpenAsync(azurite);

    public ValueTask DisposeAsync()
    {
        host.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Asked four working days before the term, for two working days more.</summary>
    [Theory]
    [InlineData(1, true, 2)]
    [InlineData(1, false, 1)]
    [InlineData(5, true, 5)]
    [InlineData(5, false, 5)]
    [InlineData(6, true, 6)]
    [InlineData(9, true, 9)]
    public async Task DecideMoreTimeAsync_SoManyWorkingDaysLater_GrantingGivesAtLeastWhatRefusingDoes(int later, bool granted, int more)
    {
        var asked = Days.OnOrAfter(Today);
        MoveTo(asked);
        var due = Days.Add(asked, 4);
        var file = await AskedAsync(due);
        file = await AppendAsync(file, new MinistryAskedMoreTime(Ministry.Vws, Days.Add(due, 2)));
        MoveTo(Days.Add(asked, later));

        var result = await DecideAsync(file, granted);

        Assert.Equal(Days.Add(due, more), Assert.IsType<CommandResult.Done>(result).Case.State.RequestTo(Ministry.Vws)!.ReplyBefore);
    }

    [Fact]
    public async Task DecideMoreTimeAsync_ForADayThatThePersonNames_IsThatDay()
    {
        var asked = Days.OnOrAfter(Today);
        MoveTo(asked);
        var due = Days.Add(asked, 4);
        var file = await AppendAsync(await AskedAsync(due), new MinistryAskedMoreTime(Ministry.Vws, Days.Add(due, 20)));

        Assert.IsType<CommandResult.Invalid>(await DecideAsync(file, granted: true, asked));
        var result = await DecideAsync(file, granted: true, Days.Add(due, 3));

        Assert.Equal(Days.Add(due, 3), Assert.IsType<CommandResult.Done>(result).Case.State.RequestTo(Ministry.Vws)!.ReplyBefore);
    }

    private Task<CommandResult> DecideAsync(CaseFile file, bool granted, DateOnly? replyBefore = null) =>
        host.Services.GetRequiredService<EscalationService>().DecideMoreTimeAsync(
            new CommandContext(Analyst, host.Clock.GetUtcNow()), file.Number,
            new MoreTimeDecisionRequest { Ministry = Ministry.Vws, Granted = granted, ReplyBefore = replyBefore },
            workflows: null!, default);

    private void MoveTo(DateOnly day) =>
        host.Clock.SetUtcNow(new[] { WorkingDays.MomentOf(day, new TimeOnly(12, 0)), host.Clock.GetUtcNow() }.Max());

    private async Task<CaseFile> AskedAsync(DateOnly due)
    {
        var code = ReplyCode.New(CaseNumber.New(2026), Ministry.Vws);
        return await AppendAsync(await host.CreateCaseAsync(),
            new CaseEscalated { Requests = [new MinistryAsked(Ministry.Vws, due, code.Hash(), due.AddDays(180))] });
    }

    private async Task<CaseFile> AppendAsync(CaseFile file, CaseChange change) =>
        (await host.Store.AppendAsync(
            file, new NewEvent(Analyst, change) { Texts = new Dictionary<string, string>() }, null, default))!;
}
