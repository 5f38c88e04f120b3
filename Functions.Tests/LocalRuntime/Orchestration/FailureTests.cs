using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace RegelLoket.Tests.LocalRuntime.Orchestration;

public sealed class FailureTests(AzuriteFixture azurite) : OrchestrationTests(azurite)
{
    [Fact]
    public async Task ActivityFailure_ReachesTheOrchestratorWithDetailsAndInnerFailures()
    {
        App.Activity<string, string>("Break", (Func<string, string>)(_ => throw new InvalidOperationException("outer", new FormatException("inner"))))
            .Orchestrator("Catcher", async context =>
            {
                try
                {
                    return await context.CallActivityAsync<string>("Break", "x");
                }
                catch (TaskFailedException failed)
                {
                    var details = failed.FailureDetails;
                    return string.Join(" | ", failed.TaskName, failed.TaskId, failed.Message, details.ErrorType, details.ErrorMessage, details.InnerFailure!.ErrorType);
                }
            });
        await StartAsync();

        var end = await RunAsync("Catcher");

        Assert.Equal(
            "Break | 0 | Task 'Break' (#0) failed with an unhandled exception: outer | System.InvalidOperationException | outer | System.FormatException",
            end.ReadOutputAs<string>());
    }

    [Fact]
    public async Task IsCausedBy_LooksAtTheOutermostFailureAndWhatItInheritsFrom()
    {
        App.Activity<string, string>("Break", (Func<string, string>)(_ => throw new ArgumentNullException("x", new FormatException("inner"))))
            .Orchestrator("Catcher", async context =>
            {
                try
                {
                    await context.CallActivityAsync<string>("Break", "x");
                    return [];
                }
                catch (TaskFailedException failed)
                {
                    var details = failed.FailureDetails;
                    return new[]
                    {
                        details.IsCausedBy<ArgumentNullException>(), details.IsCausedBy<ArgumentException>(), details.IsCausedBy<Exception>(),
                        details.IsCausedBy<FormatException>(), details.IsCausedBy<InvalidOperationException>(),
                    };
                }
            });
        await StartAsync();

        Assert.Equal(new[] { true, true, true, false, false }, (await RunAsync("Catcher")).ReadOutputAs<bool[]>());
    }

    [Fact]
    public async Task UncaughtFailure_FailsTheInstanceWithDetailsAndTheMessageAsOutput()
    {
        App.Orchestrator("Broken", (Func<TaskOrchestrationContext, Task<string>>)(_ => throw new FormatException("no such form")));
        await StartAsync();

        var end = await RunAsync("Broken");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Equal("System.FormatException", end.FailureDetails!.ErrorType);
        Assert.Equal("no such form", end.FailureDetails.ErrorMessage);
        Assert.Equal("no such form", end.SerializedOutput);
    }

    [Fact]
    public async Task UncaughtActivityFailure_NestsOneTaskFailedExceptionALevelWithTheCauseInnermost()
    {
        App.Activity<string, string>("Break", (Func<string, string>)(_ => throw new FormatException("cause")))
            .Orchestrator("Child", context => context.CallActivityAsync<string>("Break", "x"))
            .Orchestrator("Parent", context => context.CallSubOrchestratorAsync<string>("Child"));
        await StartAsync();

        var details = (await RunAsync("Parent")).FailureDetails!;

        Assert.Equal(typeof(TaskFailedException).FullName, details.ErrorType);
        Assert.Equal(typeof(TaskFailedException).FullName, details.InnerFailure!.ErrorType);
        Assert.Equal("System.FormatException", details.InnerFailure.InnerFailure!.ErrorType);
    }

    [Fact]
    public async Task ResultThatDoesNotFit_IsTheCallersFailure()
    {
        App.Activity<string, string>("Text", _ => "text")
            .Orchestrator("Asks", async context =>
            {
                try
                {
                    return await context.CallActivityAsync<int>("Text", "x");
                }
                catch (System.Text.Json.JsonException)
                {
                    return -1;
                }
            });
        await StartAsync();

        Assert.Equal(-1, (await RunAsync("Asks")).ReadOutputAs<int>());
    }

    /// <summary>Of a.o. Task.Delay, HTTP calls and Task.Run: told, never a hang.</summary>
    [Theory]
    [InlineData("Delay")]
    [InlineData("DelayNoContext")]
    [InlineData("Run")]
    [InlineData("DelayThenTimer")]
    [InlineData("Never")]
    public async Task AwaitOfAForeignTask_FailsTheInstanceAndSaysSo(string way)
    {
        App.Activity<int, int>("Slow", async (n, cancellation) =>
            {
                await Task.Delay(Timeout.Infinite, cancellation);
                return n;
            })
            .Orchestrator("Foreign", async context =>
            {
                switch (context.GetInput<string>())
                {
                    case "Delay":
                        await Task.Delay(1);
                        break;
                    case "DelayNoContext":
                        await Task.Delay(1).ConfigureAwait(false);
                        break;
                    case "Run":
                        await Task.Run(() => Thread.Sleep(1));
                        break;
                    case "DelayThenTimer":
                        _ = context.CallActivityAsync<int>("Slow", 1);
                        await Task.Delay(20);
                        break;
                    default:
                        await new TaskCompletionSource().Task;
                        break;
                }

                await context.CreateTimer(TimeSpan.Zero, CancellationToken.None);
            });
        await StartAsync();

        var end = await RunAsync("Foreign", way);

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Contains("invalid asynchronous invocation", end.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
        Assert.Contains("'Foreign'", end.FailureDetails.ErrorMessage, StringComparison.Ordinal);
    }
}
