using System.Text.Json;
using LocalRuntime.Orchestration;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Converters;
using RegelLoket.Workflow;

namespace RegelLoket.Tests.Workflow;

/// <summary>
/// Recorded histories of the app's orchestrations, each in a waiting state or at its end, replayed against today's code. A difference means
/// that a case in flight would fail at the next deployment. New ones are recorded by running <see cref="GoldenHistoryRecording"/> with the
/// environment variable <c>RECORD_HISTORIES</c> set to the folder of this test's histories; recorded ones are never changed.
/// </summary>
public sealed class GoldenHistoryTests
{
    public static TheoryData<string> Recorded() => new(Directory.EnumerateFiles(Folder, "*.jsonl").Select(file => Path.GetFileName(file)!).Order());

    private static string Folder => Path.Combine(AzuriteFixture.Checkout, "Functions.Tests", "Workflow", "Histories");

    [Theory]
    [MemberData(nameof(Recorded))]
    public void Replay_RecordedHistory_AsksForTheSame(string file)
    {
        var history = HistoryReplayer.Read(File.ReadAllText(Path.Combine(Folder, file)));

        Assert.Null(Replayer().FindMismatch(file, history));
        Assert.Null(Replayer().Replay(file, history).Mismatch);
    }

    [Fact]
    public void Replay_HistoryOfAnotherOrchestrator_IsToldApart()
    {
        var history = HistoryReplayer.Read(File.ReadAllText(Path.Combine(Folder, "ministry-waiting.jsonl")).Replace("AdvanceRequest", "AdvanceSomething", StringComparison.Ordinal));

        Assert.NotNull(Replayer().FindMismatch("ministry-waiting", history));
    }

    internal static HistoryReplayer Replayer() =>
        new(new Orchestrations(), new JsonDataConverter(new JsonSerializerOptions { PropertyNameCaseInsensitive = true }));

    /// <summary>The orchestrators of the app, by the names under which they were released.</summary>
    private sealed class Orchestrations : IFunctionExecutor
    {
        public bool HasOrchestrator(string name) => name is "CaseWorkflow" or "MinistryWorkflow";

        public bool HasActivity(string name) => true;

        public async Task<object?> RunOrchestratorAsync(string name, TaskOrchestrationContext context)
        {
            await (name == "CaseWorkflow" ? CaseOrchestrator.CaseWorkflow(context) : MinistryOrchestrator.MinistryWorkflow(context));
            return null;
        }

        public Task<object?> RunActivityAsync(string name, string instanceId, string? serializedInput, CancellationToken cancellation) =>
            throw new InvalidOperationException("A replay runs no activity.");
    }
}
