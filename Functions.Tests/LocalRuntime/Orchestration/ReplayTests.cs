using LocalRuntime.Orchestration;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;

namespace RegelLoket.Tests.LocalRuntime.Orchestration;

public sealed class ReplayTests(AzuriteFixture azurite) : OrchestrationTests(azurite)
{
    /// <summary>For every beginning of a recorded history the code asks for what the history says it asked for.</summary>
    [Fact]
    public async Task EveryBeginningOfAHistory_AsksForTheSameAgain()
    {
        App.Activity<int, int>("Work", n => n)
            .Orchestrator("Child", context => context.CallActivityAsync<int>("Work", 7))
            .Orchestrator("Rich", async context =>
            {
                context.SetCustomStatus("begun");
                using var cancel = new CancellationTokenSource();
                var deadline = context.CreateTimer(TimeSpan.FromDays(3), cancel.Token);
                var answer = context.WaitForExternalEvent<int>("answer");
                await Task.WhenAny(answer, deadline);
                cancel.Cancel();
                var all = await Task.WhenAll(context.CallActivityAsync<int>("Work", 1), context.CallSubOrchestratorAsync<int>("Child"));
                context.SetCustomStatus("answered");
                context.SendEvent("nobody", "done", all.Sum());
                await context.CreateTimer(TimeSpan.Zero, CancellationToken.None);
                return all.Sum() + await answer;
            });
        await StartAsync();
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Rich");
        await WaitingFor(id, entry => entry is TimerCreated);
        await Client.RaiseEventAsync(id, "answer", 100);
        var end = await EndOf(id);
        var recorded = HistoryReplayer.Read((await Hub.Viewer.ReadRawAsync(id, default))!);
        var replayer = new HistoryReplayer(App, JsonDataConverter.Default);

        Assert.Equal(108, end.ReadOutputAs<int>());
        Assert.Null(replayer.FindMismatch(id, recorded));
        Assert.Null(replayer.Replay(id, recorded).Mismatch);
    }

    [Fact]
    public async Task ChangedOrchestrator_FailsItsInstanceAndNamesOrchestratorPositionExpectedAndAsked()
    {
        App.Activity<int, int>("First", n => n).Activity<int, int>("Other", n => n)
            .Orchestrator("Changing", async context =>
            {
                await context.CallActivityAsync("First", 1);
                await context.WaitForExternalEvent<string>("go");
            });
        await StartAsync();
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Changing");
        await WaitingFor(id, entry => entry is TaskCompleted);
        App.Orchestrator("Changing", async context =>
        {
            await context.CallActivityAsync("Other", 1);
            await context.WaitForExternalEvent<string>("go");
        });

        await Client.RaiseEventAsync(id, "go", "");

        var end = await EndOf(id);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Contains("orchestrator 'Changing'", end.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
        Assert.Contains("at position 2 its history holds activity 'First' (#0), but the code now asks for activity 'Other' (#0)", end.FailureDetails.ErrorMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("less", "nothing under that number")]
    [InlineData("more", "activity 'B' (#1)")]
    [InlineData("kind", "timer (#0)")]
    [InlineData("ended", "nothing under that number")]
    public void ReplayOfChangedCode_IsToldApart(string change, string asked)
    {
        var app = new TestApp().Activity<int, int>("A", n => n).Orchestrator("O", async context =>
        {
            switch (change)
            {
                case "less":
                    await context.WaitForExternalEvent<string>("go");
                    break;
                case "more":
                    await Task.WhenAll(context.CallActivityAsync("A", 1), context.CallActivityAsync("B", 1));
                    break;
                case "kind":
                    await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
                    break;
            }
        });
        IReadOnlyList<HistoryEvent> history =
        [
            new ExecutionStarted { Name = "O", ExecutionId = "e" },
            new OrchestratorStarted(),
            new TaskScheduled { Id = 0, Name = "A", Input = "1" },
            new TaskCompleted(0, "1"),
            new OrchestratorStarted(),
        ];

        var result = new HistoryReplayer(app, JsonDataConverter.Default).Replay("i", history);

        Assert.Contains(asked, result.Mismatch, StringComparison.Ordinal);
        Assert.Contains("orchestrator 'O'", result.Mismatch, StringComparison.Ordinal);
    }

    [Fact]
    public void History_SurvivesBeingWrittenAndRead()
    {
        IReadOnlyList<HistoryEvent> history =
        [
            new ExecutionStarted
            {
                Name = "O", ExecutionId = "e", Input = "\"é\\n\"", Version = "1", At = DateTime.UnixEpoch,
                Parent = new ParentLink("P", "p", "x", 3), Tags = new Dictionary<string, string> { ["a"] = "b" },
            },
            new OrchestratorStarted(),
            new TimerCreated { Id = 1, FireAt = DateTime.UnixEpoch.AddDays(1) },
            new TaskFailed(2, new Failure("T", "m", "at", new Failure("I", "n"))),
            new EventRaised("n", null, "from"),
            new ExecutionCompleted { Status = OrchestrationRuntimeStatus.Terminated, Result = "1" },
        ];

        var text = HistoryReplayer.Write(history);

        Assert.Equal(text, HistoryReplayer.Write(HistoryReplayer.Read(text)));
        Assert.Equal(history.Count, text.Count(letter => letter == '\n'));
        Assert.Equal(history[2], HistoryReplayer.Read(text)[2]);
    }
}
