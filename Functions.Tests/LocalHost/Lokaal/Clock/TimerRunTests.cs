using LocalHost.Lokaal.Clock;
using Microsoft.Extensions.Logging.Abstractions;

namespace RegelLoket.Tests.LocalHost.Lokaal.Clock;

public sealed class TimerRunTests
{
    private static readonly string[] Names = ["first", "second", "third"];

    [Fact]
    public async Task AllAsync_OneFails_RunsTheOthersOnceAndNamesIt()
    {
        var started = new List<string>();

        var run = await TimerRun.AllAsync(Names, RunAsync, NullLogger.Instance);

        Assert.Equal(Names, started);
        Assert.Equal(["first", "third"], run.Ended);
        Assert.Equal([("second", "no storage")], run.Failed);

        Task RunAsync(string name)
        {
            started.Add(name);
            return name == "second"
                ? Task.FromException(new InvalidOperationException("outer", new TimeoutException("no storage")))
                : Task.CompletedTask;
        }
    }
}
