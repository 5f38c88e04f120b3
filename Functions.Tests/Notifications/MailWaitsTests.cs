using RegelLoket.Cases;
using RegelLoket.Notifications;
using RegelLoket.Tests.Storage;

namespace RegelLoket.Tests.Notifications;

/// <summary>One message for a mail that cannot be sent now, however often it is woken.</summary>
[Collection(nameof(CaseStorage))]
public sealed class MailWaitsTests(AzuriteFixture azurite) : SendingTests(azurite)
{
    private DateTimeOffset Now => Host.Clock.GetUtcNow();

    private MailWaits Waits => new(Host.Outbox, Host.Clock);

    [Fact]
    public async Task ForPause_WokenTwice_QueuesOneMessageForTheEndOfThePause()
    {
        var entry = await PlannedAsync();
        var before = await MessagesAsync();

        await Waits.ForPauseAsync(entry, Now.AddHours(1), default);
        await Waits.ForPauseAsync(await Host.EntryAsync(entry.Mail), Now.AddHours(1), default);

        Assert.Equal(Now.AddHours(1), (await Host.EntryAsync(entry.Mail)).NextAttemptAt);
        Assert.Equal(before + 1, await MessagesAsync());
    }

    [Fact]
    public async Task ForPause_MailThatIsClaimed_ProlongsTheClaim()
    {
        var entry = await PlannedAsync();
        await Host.Outbox.ChangeAsync(
            entry, e => e with { State = MailState.Sending, ClaimedUntil = Now.AddMinutes(1) }, default);

        await Waits.ForPauseAsync(await Host.EntryAsync(entry.Mail), Now.AddHours(1), default);

        var claimed = await Host.EntryAsync(entry.Mail);
        Assert.Equal(MailState.Sending, claimed.State);
        Assert.Equal(Now.AddHours(1), claimed.ClaimedUntil);
        Assert.Null(claimed.NextAttemptAt);
    }

    [Fact]
    public async Task ForPause_MailThatEndedMeanwhile_QueuesNothing()
    {
        var entry = await PlannedAsync();
        await Host.Outbox.ChangeAsync(entry, e => e with { State = MailState.Sent }, default);
        var before = await MessagesAsync();

        await Waits.ForPauseAsync(entry, Now.AddHours(1), default);

        Assert.Null((await Host.EntryAsync(entry.Mail)).NextAttemptAt);
        Assert.Equal(before, await MessagesAsync());
    }

    [Theory]
    [InlineData(MailState.Planned, 60 * 60, 0)]
    [InlineData(MailState.Planned, 61, 0)]
    [InlineData(MailState.Planned, 60, 1)]
    [InlineData(MailState.Sending, 60 * 60, 1)]
    public async Task ForMoment_MessageBeforeTheMomentOfItsMail_IsQueuedAgainWhenItIsJustEarlyOrTheMailIsClaimed(
        MailState state, int seconds, int messages)
    {
        var until = Now.AddSeconds(seconds);
        var entry = (await PlannedAsync()) with { State = state, NextAttemptAt = until, ClaimedUntil = until };
        var before = await MessagesAsync();

        await Waits.ForMomentAsync(entry, default);

        Assert.Equal(before + messages, await MessagesAsync());
    }

    private async Task<OutboxEntry> PlannedAsync() => await Host.EntryAsync(await Host.PlanReceiptAsync(await Host.CreateCaseAsync()));

    private async Task<int> MessagesAsync() =>
        (await Host.Queues.GetQueueClient(Outbox.QueueName).GetPropertiesAsync()).Value.ApproximateMessagesCount;
}
