using Azure.Storage.Queues;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Client.Grpc;
using Microsoft.Extensions.Logging.Abstractions;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Storage;
using RegelLoket.Tests.Cases;

namespace RegelLoket.Tests.Storage;

public sealed class CaseWorkflowsTests
{
    [Fact]
    public async Task TellAsync_EngineIsAway_DoesNotFailAndLeavesTheSignalOnTheQueue()
    {
        var storage = await SharedAzurite.TakeAccountAsync();
        var queue = storage.Queues.GetQueueClient(PostponedSignal.QueueName);
        await queue.CreateAsync();
        var file = CaseFiles.Of(CaseFiles.Reported());
        await using var engine = AwayEngine();

        await new CaseWorkflows(storage.Queues, NullLogger<CaseWorkflows>.Instance).SignalAsync(engine, file);

        var left = Assert.Single((await queue.ReceiveMessagesAsync(32)).Value);
        Assert.Equal(new PostponedSignal(file.Number, 1, null), PostponedSignal.Parse(left.Body.ToString()));
    }

    [Fact]
    public async Task TellAsync_EventThatConcernsNoWorkflow_LeavesNoSignal()
    {
        var storage = await SharedAzurite.TakeAccountAsync();
        var queue = storage.Queues.GetQueueClient(PostponedSignal.QueueName);
        await queue.CreateAsync();
        await using var engine = AwayEngine();

        await new CaseWorkflows(storage.Queues, NullLogger<CaseWorkflows>.Instance).SignalAsync(
            engine, CaseFiles.Of(CaseFiles.Reported(), new CaseAssigned { From = null, To = "Ans" }));

        Assert.Empty((await queue.ReceiveMessagesAsync(32)).Value);
    }

    [Fact]
    public async Task TellAsync_EngineAndQueueAreAway_DoesNotFail()
    {
        var storage = await SharedAzurite.TakeAccountAsync();
        await using var engine = AwayEngine();

        // The queue was never made.
        await new CaseWorkflows(storage.Queues, NullLogger<CaseWorkflows>.Instance).SignalAsync(engine, CaseFiles.Of(CaseFiles.Reported()));

        Assert.False(await storage.Queues.GetQueueClient(PostponedSignal.QueueName).ExistsAsync());
    }

    [Fact]
    public async Task WakeAllAsync_EngineIsAway_AnswersThatItWasNotTaken()
    {
        await using var engine = AwayEngine();

        Assert.False(await Workflows().WakeAllAsync(engine, CaseFiles.Of(CaseFiles.Reported()), version: 1));
    }

    [Fact]
    public async Task WakeAllAsync_EventsThatWereSignalledSince_WakesWhoeverHasNoneSinceThen()
    {
        await using var engine = new EndingEngine(lastHandled: 1, looks: 3);
        var file = CaseFiles.Of(CaseFiles.Reported());

        Assert.True(await Workflows().WakeAllAsync(engine, file, version: 1));
        Assert.Equal(1, engine.Raised);
        Assert.True(await Workflows().WakeAllAsync(engine, file, version: 2));
        Assert.Equal(1, engine.Raised);
    }

    [Fact]
    public async Task TellAsync_RevivedCaseWhoseInstanceIsInItsLastTurn_StartsItAnewFromWhereItWas()
    {
        await using var engine = new EndingEngine(lastHandled: 2, looks: 3);

        await Workflows().SignalAsync(engine, CaseFiles.Of(CaseFiles.Reported(),
            new CaseMerged(CaseNumber.Parse("RR-2026-7KQ4M")),
            new CaseSplitOff(CaseNumber.Parse("RR-2026-7KQ4M")) { DueOn = CaseFiles.Due }));

        Assert.Equal(2, Assert.Single(engine.Started).LastHandled);
    }

    [Fact]
    public async Task TellAsync_CaseThatNothingRevived_TrustsTheEngine()
    {
        await using var engine = new EndingEngine(lastHandled: 1, looks: 3);

        await Workflows().SignalAsync(engine, CaseFiles.Of(
            CaseFiles.Reported(), new CaseMerged(CaseNumber.Parse("RR-2026-7KQ4M"))));

        Assert.Empty(engine.Started);
    }

    /// <summary>With a queue that no test of these needs.</summary>
    private static CaseWorkflows Workflows() =>
        new(new QueueServiceClient("UseDevelopmentStorage=true"), NullLogger<CaseWorkflows>.Instance);

    private static GrpcDurableTaskClient AwayEngine() => new(
        "away", new GrpcDurableTaskClientOptions { Address = $"http://127.0.0.1:{InProcessWorker.FreePort()}" }, NullLogger.Instance);

    /// <summary>An engine whose instance takes every signal, and ends after some looks without having handled one.</summary>
    private sealed class EndingEngine(int lastHandled, int looks) : FakeEngine
    {
        public List<Advance> Started { get; } = [];

        public int Raised { get; private set; }

        public override Task RaiseEventAsync(
            string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
        {
            Raised++;
            return Task.CompletedTask;
        }

        public override Task<OrchestrationMetadata?> GetInstancesAsync(
            string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
            Task.FromResult<OrchestrationMetadata?>(new("CaseWorkflow", instanceId)
            {
                RuntimeStatus = looks-- > 0 ? OrchestrationRuntimeStatus.Running : OrchestrationRuntimeStatus.Completed,
                SerializedCustomStatus = $"{{\"Seen\":{lastHandled}}}",
                DataConverter = Microsoft.DurableTask.Converters.JsonDataConverter.Default,
            });

        public override Task<string> ScheduleNewOrchestrationInstanceAsync(
            TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null,
            CancellationToken cancellation = default)
        {
            Started.Add((Advance)input!);
            return Task.FromResult(options!.InstanceId!);
        }
    }
}
