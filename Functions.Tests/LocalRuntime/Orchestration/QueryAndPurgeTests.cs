using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace RegelLoket.Tests.LocalRuntime.Orchestration;

public sealed class QueryAndPurgeTests(AzuriteFixture azurite) : OrchestrationTests(azurite)
{
    [Fact]
    public async Task Query_WithPages_FindsEveryInstanceOnce()
    {
        await StartWithInstancesAsync(finished: 12, waiting: 9);

        foreach (var size in new[] { 1, 4, 100 })
        {
            List<string> ids = [];
            await foreach (var page in Client.GetAllInstancesAsync(new OrchestrationQuery(PageSize: size)).AsPages())
            {
                Assert.True(page.Values.Count <= size);
                ids.AddRange(page.Values.Select(metadata => metadata.InstanceId));
            }

            Assert.Equal(21, ids.Count);
            Assert.Equal(21, ids.Distinct().Count());
        }
    }

    [Fact]
    public async Task Query_GoesOnFromAContinuationToken()
    {
        await StartWithInstancesAsync(finished: 5, waiting: 5);
        List<string> ids = [];
        string? token = null;
        do
        {
            var page = await FirstPageAsync(new OrchestrationQuery(PageSize: 3, ContinuationToken: token));
            ids.AddRange(page.Values.Select(metadata => metadata.InstanceId));
            token = page.ContinuationToken;
        }
        while (token is not null);

        Assert.Equal(10, ids.Count);
        Assert.Equal(10, ids.Distinct().Count());
    }

    [Fact]
    public async Task Query_WhileInstancesEnd_ShowsEachOnceOverItsTokens()
    {
        await StartWithInstancesAsync(finished: 3, waiting: 9);
        List<string> ids = [];
        string? token = null;
        do
        {
            var page = await FirstPageAsync(new OrchestrationQuery(PageSize: 2, ContinuationToken: token));
            ids.AddRange(page.Values.Select(metadata => metadata.InstanceId));
            token = page.ContinuationToken;

            // One that was shown ends, and one that was not.
            foreach (var id in new[] { ids.LastOrDefault(id => id.StartsWith("waiting-", StringComparison.Ordinal)), $"waiting-{8 - ids.Count / 2}" }.OfType<string>())
            {
                await Client.RaiseEventAsync(id, "e", 1);
                await EndOf(id);
            }
        }
        while (token is not null);

        Assert.Equal(12, ids.Count);
        Assert.Equal(12, ids.Distinct().Count());
    }

    [Fact]
    public async Task Query_WhenWhatWasShownIsSealed_DoesNotGoBack()
    {
        await StartWithInstancesAsync(finished: 3, waiting: 0);
        var early = Enumerable.Range(0, 6).Select(n => $"before-{n}").ToList();
        foreach (var id in early)
        {
            await Client.ScheduleNewOrchestrationInstanceAsync("Wait", "input", new StartOrchestrationOptions(id));
            await Client.WaitForInstanceStartAsync(id);
        }

        List<string> ids = [];
        string? token = null;
        do
        {
            var page = await FirstPageAsync(new OrchestrationQuery(PageSize: 2, ContinuationToken: token));
            ids.AddRange(page.Values.Select(metadata => metadata.InstanceId));
            token = page.ContinuationToken;
            if (ids.Count == 4)
            {
                foreach (var id in early.Take(2))
                {
                    await Client.RaiseEventAsync(id, "e", 1);
                    await EndOf(id);
                }

                await SealedAsync(5);
            }
        }
        while (token is not null);

        Assert.Equal([.. early, "done-0", "done-1", "done-2"], ids);
    }

    [Fact]
    public async Task Query_ByStatusPrefixAndTime_FindsWhatMatches()
    {
        await StartWithInstancesAsync(finished: 3, waiting: 2);
        Clock.Advance(TimeSpan.FromDays(1));
        var later = Clock.GetUtcNow();
        await Client.ScheduleNewOrchestrationInstanceAsync("Wait", new StartOrchestrationOptions("later"));

        Assert.Equal(3, await CountAsync(new OrchestrationQuery(Statuses: [OrchestrationRuntimeStatus.Completed])));
        Assert.Equal(3, await CountAsync(new OrchestrationQuery(Statuses: [OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Pending])));
        Assert.Equal(2, await CountAsync(new OrchestrationQuery(InstanceIdPrefix: "waiting-")));
        Assert.Equal(3, await CountAsync(new OrchestrationQuery(InstanceIdPrefix: "done-")));
        Assert.Equal(1, await CountAsync(new OrchestrationQuery(CreatedFrom: later)));
        Assert.Equal(5, await CountAsync(new OrchestrationQuery(CreatedTo: later.AddSeconds(-1))));
    }

    [Fact]
    public async Task Query_WithInputsAndOutputs_LetsThemBeRead()
    {
        await StartWithInstancesAsync(finished: 2, waiting: 1);

        await foreach (var metadata in Client.GetAllInstancesAsync(new OrchestrationQuery(FetchInputsAndOutputs: true)))
        {
            Assert.StartsWith("input", metadata.ReadInputAs<string>(), StringComparison.Ordinal);
        }

        await foreach (var metadata in Client.GetAllInstancesAsync())
        {
            Assert.Throws<InvalidOperationException>(() => metadata.ReadInputAs<string>());
        }
    }

    [Fact]
    public async Task Query_AfterARestart_StillKnowsEveryInstance()
    {
        await StartWithInstancesAsync(finished: 3, waiting: 4);
        await Hub.StopAsync(default);
        await StartAsync();

        Assert.Equal(4, await CountAsync(new OrchestrationQuery(Statuses: [OrchestrationRuntimeStatus.Running])));
        Assert.Equal(3, await CountAsync(new OrchestrationQuery(Statuses: [OrchestrationRuntimeStatus.Completed])));
    }

    [Fact]
    public async Task Purge_ById_RemovesAFinishedInstanceOnly()
    {
        await StartWithInstancesAsync(finished: 1, waiting: 1);

        Assert.Equal(1, (await Client.PurgeInstanceAsync("done-0")).PurgedInstanceCount);
        Assert.Null(await Client.GetInstanceAsync("done-0"));
        Assert.Equal(0, (await Client.PurgeInstanceAsync("done-0")).PurgedInstanceCount);
        Assert.Equal(0, (await Client.PurgeInstanceAsync("nobody")).PurgedInstanceCount);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Client.PurgeInstanceAsync("waiting-0"));
        Assert.NotNull(await Client.GetInstanceAsync("waiting-0"));
    }

    [Fact]
    public async Task Purge_ByFilter_RemovesFinishedInstancesOfThatTimeAndStatus()
    {
        await StartWithInstancesAsync(finished: 4, waiting: 2);
        await Client.TerminateInstanceAsync("waiting-0");
        await EndOf("waiting-0");
        Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(0, (await Client.PurgeAllInstancesAsync(new PurgeInstancesFilter(CreatedFrom: Clock.GetUtcNow()))).PurgedInstanceCount);
        Assert.Equal(1, (await Client.PurgeAllInstancesAsync(
            new PurgeInstancesFilter(Statuses: [OrchestrationRuntimeStatus.Terminated]))).PurgedInstanceCount);
        var rest = await Client.PurgeAllInstancesAsync(new PurgeInstancesFilter(CreatedTo: Clock.GetUtcNow()));
        Assert.Equal(4, rest.PurgedInstanceCount);
        Assert.True(rest.IsComplete);
        Assert.Equal(1, await CountAsync(new OrchestrationQuery()));
    }

    /// <summary>durabletask-dotnet issues 268 and 308: a purge that takes too long dies; here it stops and says so.</summary>
    [Fact]
    public async Task Purge_WhoseTimeIsUp_SaysThatItIsNotComplete()
    {
        await StartWithInstancesAsync(finished: 3, waiting: 0);

        var part = await Client.PurgeAllInstancesAsync(new PurgeInstancesFilter { Timeout = TimeSpan.Zero });

        Assert.False(part.IsComplete);
    }

    [Fact]
    public async Task Purge_Recursive_TakesTheChildrenAlong()
    {
        App.Orchestrator("Child", _ => Task.FromResult(1))
            .Orchestrator("Parent", context => context.CallSubOrchestratorAsync<int>("Child", null, new SubOrchestrationOptions(instanceId: "the-child")));
        await StartAsync();
        var end = await RunAsync("Parent");
        await EndOf("the-child");

        var purged = await Client.PurgeInstanceAsync(end.InstanceId, new PurgeInstanceOptions(Recursive: true));

        Assert.Equal(2, purged.PurgedInstanceCount);
        Assert.Null(await Client.GetInstanceAsync("the-child"));
    }

    [Fact]
    public async Task ListInstanceIds_PagesThroughFinishedOnes()
    {
        await StartWithInstancesAsync(finished: 5, waiting: 1);
        List<string> ids = [];
        string? key = null;
        do
        {
            var page = await Client.ListInstanceIdsAsync([OrchestrationRuntimeStatus.Completed], pageSize: 2, lastInstanceKey: key);
            ids.AddRange(page.Values);
            key = page.ContinuationToken;
        }
        while (key is not null);

        Assert.Equal(Enumerable.Range(0, 5).Select(n => $"done-{n}"), ids);
    }

    private async Task StartWithInstancesAsync(int finished, int waiting)
    {
        App.Orchestrator("Quick", _ => Task.FromResult(1)).Orchestrator("Wait", context => context.WaitForExternalEvent<int>("e"));
        await StartAsync();
        await Task.WhenAll(Enumerable.Range(0, finished).Select(async n =>
        {
            await Client.ScheduleNewOrchestrationInstanceAsync("Quick", $"input {n}", new StartOrchestrationOptions($"done-{n}"));
            await EndOf($"done-{n}");
        }));
        await Task.WhenAll(Enumerable.Range(0, waiting).Select(async n =>
        {
            await Client.ScheduleNewOrchestrationInstanceAsync("Wait", $"input {n}", new StartOrchestrationOptions($"waiting-{n}"));
            await Client.WaitForInstanceStartAsync($"waiting-{n}");
        }));
        await SealedAsync(finished);
    }

    private Task SealedAsync(int finished) => Eventually(
        async () =>
        {
            var page = await Client.ListInstanceIdsAsync(pageSize: 100);
            return page.Values.Count == finished;
        },
        "all finished instances are sealed");

    private async Task<int> CountAsync(OrchestrationQuery query)
    {
        var count = 0;
        await foreach (var _ in Client.GetAllInstancesAsync(query))
        {
            count++;
        }

        return count;
    }

    private async Task<Page<OrchestrationMetadata>> FirstPageAsync(OrchestrationQuery query)
    {
        await foreach (var page in Client.GetAllInstancesAsync(query).AsPages())
        {
            return page;
        }

        return new Page<OrchestrationMetadata>([]);
    }
}
