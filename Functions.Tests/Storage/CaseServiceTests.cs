using Microsoft.Extensions.Logging.Abstractions;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Storage;

namespace RegelLoket.Tests.Storage;

[Collection(nameof(CaseStorage))]
public sealed class CaseServiceTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly Actor Analyst = new(ActorRole.Analyst, "Ans");

    private readonly CaseStore store = new(azurite.Blobs, TimeProvider.System);

    private CaseIndex Index => new(azurite.Blobs, store, NullLogger<CaseIndex>.Instance);

    public async ValueTask InitializeAsync()
    {
        foreach (var container in new[] { CaseStore.StreamContainer, CaseStore.PrivateContainer, CaseIndex.OpenContainer })
        {
            await azurite.Blobs.GetBlobContainerClient(container).CreateIfNotExistsAsync();
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task ActAsSystemAsync_ManyAtOnce_TakeTurnsAndDecideOnce()
    {
        using var desk = new CaseService(store, Index, new CaseWorkflows(azurite.Queues, NullLogger<CaseWorkflows>.Instance));
        var number = (await CreateAsync()).Number;
        var decided = 0;

        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => desk.ActAsSystemAsync(number, minimumVersion: 1, file =>
        {
            Interlocked.Increment(ref decided);
            return file.Events.Any(e => e.What is MailRecorded recorded && recorded.Key == $"mail.{i}") ? null : Sent($"mail.{i}");
        }, default)));

        Assert.Equal(11, (await store.FindAsync(number, default))!.Events.Count);
        Assert.Equal(20, decided); // Each decides on its append, and then that nothing is left.
    }

    [Fact]
    public async Task ActAsync_RefusedByWhatIsRemembered_IsDecidedOnTheCaseAsItIsStored()
    {
        using var desk = new CaseService(store, Index, new CaseWorkflows(azurite.Queues, NullLogger<CaseWorkflows>.Instance));
        var file = await CreateAsync();
        using var elsewhere = new CaseStore(azurite.Blobs, TimeProvider.System);
        await elsewhere.AppendAsync(file, new NewEvent(Analyst, new CaseAssigned { From = null, To = "Ans" }), null, default);

        var result = await desk.ActAsync(
            file.Number, f => f.State.Handler is null ? new Decision.Refuse("Niemand heeft de zaak.")
                : new Decision.AlreadyDone(), workflows: null!, default);

        Assert.Equal("Ans", Assert.IsType<CommandResult.Done>(result).Case.State.Handler);
    }

    [Fact]
    public async Task ActAsSystemAsync_ChangedByAnotherProcess_AppendsBehindIt()
    {
        using var desk = new CaseService(store, Index, new CaseWorkflows(azurite.Queues, NullLogger<CaseWorkflows>.Instance));
        var file = await CreateAsync();
        using var elsewhere = new CaseStore(azurite.Blobs, TimeProvider.System);
        await elsewhere.AppendAsync(file, new NewEvent(Analyst, new CaseAssigned { From = null, To = "Ans" }), null, default);

        var changed = await desk.ActAsSystemAsync(file.Number, minimumVersion: 1, f => f.Events.Any(e => e.What is MailRecorded) ? null
            : Sent("receipt.1"), default);

        Assert.Equal([typeof(CaseReported), typeof(CaseAssigned), typeof(MailRecorded)], changed!.Events.Select(e => e.What.GetType()));
    }

    [Fact]
    public async Task ActAsync_WhateverFollowsFails_TheCommandIsDone()
    {
        var index = Index;
        index.Written += _ => throw new InvalidDataException("An overview fails.");
        using var desk = new CaseService(store, index, new CaseWorkflows(azurite.Queues, NullLogger<CaseWorkflows>.Instance));
        var file = await CreateAsync();

        // The engine's client is none at all, which fails in a way of its own.
        var result = await desk.ActAsync(
            file.Number, _ => new Decision.Append(new NewEvent(Analyst, new CaseWithdrawn())), workflows: null!, default);

        Assert.Equal(CaseStatus.Withdrawn, Assert.IsType<CommandResult.Done>(result).Case.State.Status);
        Assert.Equal(CaseStatus.Withdrawn, (await store.FindAsync(file.Number, default))!.State.Status);
    }

    [Fact]
    public async Task ActAsSystemAsync_WithinARequest_IsNotWhatTheRequestAsked()
    {
        using var desk = new CaseService(store, Index, new CaseWorkflows(azurite.Queues, NullLogger<CaseWorkflows>.Instance));
        var number = (await CreateAsync()).Number;
        void Begin() => new CommandRequest { Mark = new RequestMark("sleutel", "inhoud") }.Begin();

        // Opening the case uses up a code, and then the command does not come through. The same request comes again.
        Begin();
        await desk.ActAsSystemAsync(number, minimumVersion: null, f => f.Events.Count > 1 ? null : Sent("opened"), default);
        Begin();
        await desk.ActAsync(number, _ => new Decision.Append(new NewEvent(Actor.Reporter, new CaseWithdrawn())), workflows: null!, default);
        Begin();
        await desk.ActAsync(number, _ => new Decision.Append(new NewEvent(Actor.Reporter, new CaseWithdrawn())), workflows: null!, default);

        Assert.Equal([null, null, "sleutel"], (await store.FindAsync(number, default))!.Events.Select(e => e.Request?.Key));
    }

    private static NewEvent Sent(string key) =>
        new(Actor.System, new MailRecorded { Key = key, Kind = "ontvangstbevestiging", State = "verzonden" });

    private async Task<CaseFile> CreateAsync() => (await store.CreateAsync(
        CaseNumber.New(2026),
        new NewEvent(Actor.Reporter, new CaseReported
        {
            Channel = ReportChannel.Form,
            Branche = Branche.Ouderenzorg,
            Themes = [Theme.WerkenNaarTalent],
            Anonymous = true,
            FollowCodeHash = FollowCode.New().Hash(),
            DueOn = new DateOnly(2026, 12, 7),
        }),
        new PrivateCase { ReportKey = Guid.NewGuid().ToString() },
        default))!;
}
