using System.Net;
using System.Net.Sockets;
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
    public async Task TellAsync_EngineIsAway_AnswersThatItWasNotTakenAndDoesNotFail()
    {
        var options = new GrpcDurableTaskClientOptions { Address = $"http://127.0.0.1:{FreePort()}" };
        await using var engine = new GrpcDurableTaskClient("away", options, NullLogger.Instance);

        var taken = await new CaseWorkflows(NullLogger<CaseWorkflows>.Instance).TellAsync(engine, CaseFiles.Of(CaseFiles.Reported()));

        Assert.False(taken);
    }

    [Fact]
    public async Task TellAsync_RevivedCaseWhoseInstanceIsInItsLastTurn_StartsItAnewFromWhereItWas()
    {
        await using var engine = new EndingEngine(lastHandled: 2, looks: 3);

        var taken = await new CaseWorkflows(NullLogger<CaseWorkflows>.Instance).TellAsync(engine, CaseFiles.Of(CaseFiles.Reported(),
            new CaseMerged(CaseNumber.Parse("RR-2026-7KQ4M")),
            new CaseSplitOff(CaseNumber.Parse("RR-2026-7KQ4M")) { DueOn = CaseFiles.Due }));

        Assert.True(taken);
        Assert.Equal(2, Assert.Single(engine.Started).LastHandled);
    }

    [Fact]
    public async Task TellAsync_CaseThatNothingRevived_TrustsTheEngine()
    {
        await using var engine = new EndingEngine(lastHandled: 1, looks: 3);

        var taken = await new CaseWorkflows(NullLogger<CaseWorkflows>.Instance).TellAsync(engine, CaseFiles.Of(
            CaseFiles.Reported(), new CaseMerged(CaseNumber.Parse("RR-2026-7KQ4M"))));

        Assert.True(taken);
        Assert.Empty(engine.Started);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>An engine whose instance takes every signal, and ends after some looks without having handled one.</summary>
    private sealed class EndingEngine(int lastHandled, int looks) : DurableTaskClient("ending")
    {
        public List<Advance> Started { get; } = [];

        public override Task RaiseEventAsync(
            string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default) =>
            Task.CompletedTask;

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

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

        public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) =>
            throw new NotSupportedException();

        public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
            string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
            throw new NotSupportedException();

        public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
            string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
            throw new NotSupportedException();

        public override Task SuspendInstanceAsync(
            string instanceId, string? reason = null, CancellationToken cancellation = default) => throw new NotSupportedException();

        public override Task ResumeInstanceAsync(
            string instanceId, string? reason = null, CancellationToken cancellation = default) => throw new NotSupportedException();
    }
}
