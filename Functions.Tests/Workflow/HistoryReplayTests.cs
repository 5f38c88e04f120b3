using Microsoft.DurableTask;
using RegelLoket.Storage;
using RegelLoket.Workflow;

namespace RegelLoket.Tests.Workflow;

/// <summary>
/// Every prefix of recorded real histories against the orchestrators of today, by the SDK's own runner. A difference breaks the cases that
/// are in flight when the change is deployed: give host.json and <see cref="Orchestrators.Version"/> a new version, and record anew with
/// <see cref="HistoryRecording"/>.
/// </summary>
public sealed class HistoryReplayTests
{
    public static TheoryData<string> Recordings =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Workflow", "Histories"), "*.turns")
            .Select(file => Path.GetFileNameWithoutExtension(file)).Order()];

    [Theory]
    [MemberData(nameof(Recordings))]
    public void Turns_OfARecording_AskForTheSame(string recording) => Assert.All(
        TurnsOf(recording), turn => Assert.Null(DifferenceOf(turn)));

    [Fact]
    public void Turns_OfChangedOrchestrators_AreFound()
    {
        var shorter = new Recorded(async context =>
        {
            var progress = await context.CallActivityAsync<Progress>(
                nameof(MinistryActivities.AdvanceRequest), context.GetInput<Advance>());
            await context.CreateTimer(progress.WakeIn!.Value / 2, CancellationToken.None);
        });

        var ministries = TurnsOf("at-two-ministries-reminded").Where(turn => turn.Orchestration == nameof(Orchestrators.MinistryWorkflow))
            .ToList();

        Assert.Contains(ministries, turn => turn.Difference(shorter) is not null);
        Assert.All(ministries, turn => Assert.NotNull(turn.Difference(new Recorded(Orchestrators.CaseWorkflow))));
    }

    /// <summary>What today's orchestrator asks for instead; null when it asks for the same.</summary>
    internal static string? DifferenceOf(RecordedTurn turn) => turn.Difference(
        new Recorded(turn.Orchestration == nameof(Orchestrators.CaseWorkflow) ? Orchestrators.CaseWorkflow
            : Orchestrators.MinistryWorkflow));

    private static IReadOnlyList<RecordedTurn> TurnsOf(string recording) =>
        RecordedTurn.Load(Path.Combine(AppContext.BaseDirectory, "Workflow", "Histories", $"{recording}.turns"));

    /// <summary>A function's orchestrator as the runner takes it. Its input's type must be the one that the code asks for.</summary>
    private sealed class Recorded(Func<TaskOrchestrationContext, Task> run) : ITaskOrchestrator
    {
        public Type InputType => typeof(Advance);

        public Type OutputType => typeof(object);

        public async Task<object?> RunAsync(TaskOrchestrationContext context, object? input)
        {
            await run(context);
            return null;
        }
    }
}
