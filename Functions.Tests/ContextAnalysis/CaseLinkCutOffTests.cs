using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using RegelLoket.Cases;
using RegelLoket.ContextAnalysis.CaseLinks;
using RegelLoket.Storage;
using RegelLoket.Tests.Notifications;
using RegelLoket.Tests.Storage;

namespace RegelLoket.Tests.ContextAnalysis;

/// <summary>Who leaves between the two streams of a merge has done the whole of it, and gets no error after success.</summary>
[Collection(nameof(CaseStorage))]
public sealed class CaseLinkCutOffTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task LinkAsync_AsTheSameByACallerWhoLeavesAfterTheFirstEvent_BothStreamsTellOfIt()
    {
        using var host = await MailHost.OpenAsync(azurite);
        var (main, other) = (await host.CreateCaseAsync(), await host.CreateCaseAsync());
        using var caller = new CancellationTokenSource();
        await using var engine = new LeavingCaller(caller);
        var links = new CaseLinkService(host.Services.GetRequiredService<CaseService>(), host.Store,
            new MergeRules(host.Services.GetRequiredService<WorkingDays>(), host.Services.GetRequiredService<StepTerms>()),
            NullLogger<CaseLinkService>.Instance);

        var result = await links.LinkAsync(new CommandContext(new Actor(ActorRole.Analyst, "Ans"), host.Clock.GetUtcNow()), other.Number,
            main.Number.Value, CaseLinkKind.Same, "Zelfde knelpunt.", engine, caller.Token);

        Assert.IsType<CommandResult.Done>(result);
        Assert.True(caller.IsCancellationRequested);
        Assert.Equal(main.Number, (await host.Store.FindAsync(other.Number, default))!.State.MergedInto);
        Assert.Equal(other.Number, Assert.Single((await host.Store.FindAsync(main.Number, default))!.State.MergedCases));
    }

    /// <summary>An engine that takes every signal; with the first of them the caller is gone.</summary>
    private sealed class LeavingCaller(CancellationTokenSource caller) : FakeEngine
    {
        public override Task RaiseEventAsync(
            string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default) =>
            caller.CancelAsync();
    }
}
