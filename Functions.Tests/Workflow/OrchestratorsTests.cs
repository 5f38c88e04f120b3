using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Testing;
using RegelLoket.Storage;
using RegelLoket.Workflow;

namespace RegelLoket.Tests.Workflow;

/// <summary>Both orchestrators in the SDK's own test host, with activities that the test plays.</summary>
public sealed class OrchestratorsTests : IAsyncLifetime
{
    private const string Instance = "RR-2026-7KQ4M:vws";

    private readonly ConcurrentQueue<Advance> asked = new();
    private readonly ConcurrentQueue<Progress> answers = new();
    private DurableTaskTestHost host = null!;

    public async ValueTask InitializeAsync() => host = await DurableTaskTestHost.StartAsync(tasks =>
    {
        Add(nameof(Orchestrators.CaseWorkflow), nameof(CaseActivities.AdvanceCase), Orchestrators.CaseWorkflow);
        Add(nameof(Orchestrators.MinistryWorkflow), nameof(MinistryActivities.AdvanceRequest), Orchestrators.MinistryWorkflow);

        void Add(string orchestration, string activity, Func<TaskOrchestrationContext, Task> run)
        {
            tasks.AddOrchestratorFunc<Advance, object?>(orchestration, async (context, _) =>
            {
                await run(context);
                return null;
            });
            tasks.AddActivityFunc<Advance, Progress>(activity, (_, advance) =>
            {
                asked.Enqueue(advance);
                return Task.FromResult(answers.TryDequeue(out var answer) ? answer : new Progress(advance.LastHandled, null, Ended: true));
            });
        }
        // Its own choice of a port is one that connections take too.
    }, new DurableTaskTestHostOptions { Port = InProcessWorker.FreePort() });

    public async ValueTask DisposeAsync() => await host.DisposeAsync();

    [Theory]
    [InlineData(nameof(Orchestrators.CaseWorkflow), null)]
    [InlineData(nameof(Orchestrators.MinistryWorkflow), "vws")]
    public async Task Run_NothingLeftToDo_AsksOnceShowsHowFarItCameAndEnds(string orchestration, string? ministry)
    {
        answers.Enqueue(new Progress(7, null, Ended: true));

        var ended = await EndAsync(await StartAsync(orchestration, new Advance("RR-2026-7KQ4M", ministry, 4, 7)));

        Assert.Equal(new Advance("RR-2026-7KQ4M", ministry, 4, 7), Assert.Single(asked));
        Assert.Equal(7, ended.ReadCustomStatusAs<WorkflowStatus>()!.LastHandled);
    }

    [Fact]
    public async Task Run_WaitsForTheCalendar_ShowsTheMoment()
    {
        var moment = new DateTimeOffset(2026, 12, 24, 8, 0, 0, TimeSpan.Zero);
        answers.Enqueue(Progress.Until(moment, moment.AddDays(-100), 7, ended: false));
        var id = await StartAsync();

        // The turn that shows it comes after the activity; the next one would show another moment.
        WorkflowStatus? shown = null;
        await Journey.UntilAsync(
            async () => (shown = (await host.Client.GetInstanceAsync(id, getInputsAndOutputs: true))?.ReadCustomStatusAs<WorkflowStatus>())
                is not null, "the moment to be shown");

        Assert.Equal(new WorkflowStatus(7, moment), shown);
        await SignalAsync(id, 9);
        await EndAsync(id);
    }

    [Fact]
    public async Task Run_CalendarWakesIt_ReadsTheCaseFromStorage()
    {
        answers.Enqueue(new Progress(7, TimeSpan.FromMilliseconds(30), Ended: false));

        await EndAsync(await StartAsync());

        Assert.Equal([(0, 7), (7, null)], Asked());
    }

    [Fact]
    public async Task Run_SignalWakesIt_AsksFromWhereItWasAndTheTimerDoesNotKeepItAlive()
    {
        answers.Enqueue(new Progress(7, TimeSpan.FromDays(100), Ended: false));
        var id = await StartAsync();
        await AskedAsync(1);

        await SignalAsync(id, 9);
        await EndAsync(id);

        Assert.Equal([(0, 7), (7, 9)], Asked());
    }

    [Fact]
    public async Task Run_SignalsOfEventsThatItHasSeen_AreLetBe()
    {
        answers.Enqueue(new Progress(7, TimeSpan.FromDays(100), Ended: false));
        var id = await StartAsync();
        await AskedAsync(1);

        await SignalAsync(id, 6);
        await SignalAsync(id, 7);
        await SignalAsync(id, 8);
        await EndAsync(id);

        Assert.Equal([(0, 7), (7, 8)], Asked());
    }

    [Fact]
    public async Task Run_ClockWasMoved_LooksAgainFromStorage()
    {
        answers.Enqueue(new Progress(7, TimeSpan.FromDays(100), Ended: false));
        var id = await StartAsync();
        await AskedAsync(1);

        await SignalAsync(id, 0);
        await EndAsync(id);

        Assert.Equal([(0, 7), (7, null)], Asked());
    }

    [Fact]
    public async Task Run_SignalWhileItEnds_IsHandledBeforeItEnds()
    {
        answers.Enqueue(new Progress(7, null, Ended: true));
        answers.Enqueue(new Progress(9, null, Ended: true));

        // The test host keeps an event that comes before the start: it is there when the first answer is.
        await SignalAsync(Instance, 9);
        await EndAsync(await StartAsync());

        Assert.Equal([(0, 7), (7, 9)], Asked());
    }

    [Fact]
    public async Task Run_SeveralSignalsAtOnce_AskOnce()
    {
        answers.Enqueue(new Progress(7, null, Ended: false));
        foreach (var version in new[] { 8, 10, 9 })
        {
            await SignalAsync(Instance, version);
        }

        await EndAsync(await StartAsync());

        Assert.Equal([(0, 7), (7, 10)], Asked());
    }

    [Fact]
    public void Version_OfTheOrchestrators_IsWhatTheHostGivesNewInstances()
    {
        using var settings = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "host.json")));

        Assert.Equal(Orchestrators.Version, settings.RootElement.GetProperty("extensions").GetProperty("durableTask")
            .GetProperty("defaultVersion").GetString());
    }

    private IEnumerable<(int LastHandled, int? MinimumVersion)> Asked() =>
        asked.Select(advance => (advance.LastHandled, advance.MinimumVersion));

    private Task<string> StartAsync() => StartAsync(nameof(Orchestrators.MinistryWorkflow), new Advance("RR-2026-7KQ4M", "vws", 0, 7));

    private Task<string> StartAsync(string orchestration, Advance first) =>
        host.Client.ScheduleNewOrchestrationInstanceAsync(orchestration, first, new StartOrchestrationOptions(Instance));

    private Task SignalAsync(string id, int version) => host.Client.RaiseEventAsync(id, CaseSignal.Name, new CaseSignal(version));

    private async Task AskedAsync(int times)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (asked.Count < times)
        {
            await Task.Delay(5, patience.Token);
        }
    }

    private async Task<OrchestrationMetadata> EndAsync(string id)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var ended = await host.Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, patience.Token);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, ended.RuntimeStatus);
        return ended;
    }
}
