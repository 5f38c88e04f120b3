using System.Collections.Concurrent;
using LocalRuntime.Orchestration;
using Microsoft.Extensions.Logging;

namespace RegelLoket.Tests.LocalRuntime.Orchestration;

public sealed class ContextTests(AzuriteFixture azurite) : OrchestrationTests(azurite)
{
    [Fact]
    public async Task CurrentUtcDateTime_IsUtcConstantInATurnAndTheSameOnReplay()
    {
        ConcurrentQueue<DateTime> firstSeen = new();
        App.Orchestrator("Clock", async context =>
        {
            var first = context.CurrentUtcDateTime;
            firstSeen.Enqueue(first);
            Assert.Equal(first, context.CurrentUtcDateTime);
            await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            return new[] { first, context.CurrentUtcDateTime };
        });
        await StartAsync();
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Clock");
        await WaitingFor(id, entry => entry is TimerCreated);
        Clock.Advance(TimeSpan.FromHours(1));

        var times = (await EndOf(id)).ReadOutputAs<DateTime[]>()!;

        Assert.Single(firstSeen.Distinct());
        Assert.Equal(TimeSpan.FromHours(1), times[1] - times[0]);
        Assert.All(firstSeen, time => Assert.Equal(DateTimeKind.Utc, time.Kind));
    }

    [Fact]
    public async Task NewGuid_IsTheSameOnReplayAndDiffersBetweenCallsAndInstances()
    {
        ConcurrentDictionary<string, ConcurrentQueue<Guid>> seen = new();
        App.Activity<int, int>("A", n => n)
            .Orchestrator("Guids", async context =>
            {
                var mine = seen.GetOrAdd(context.InstanceId, _ => new());
                mine.Enqueue(context.NewGuid());
                await context.CallActivityAsync("A", 1);
                return new[] { context.NewGuid(), context.NewGuid() };
            });
        await StartAsync();

        var one = await RunAsync("Guids");
        var two = await RunAsync("Guids");

        Assert.True(seen[one.InstanceId].Count > 1);
        Assert.Single(seen[one.InstanceId].Distinct());
        Assert.Equal(6, new[] { one, two }.SelectMany(end => end.ReadOutputAs<Guid[]>()!.Append(seen[end.InstanceId].First())).Distinct().Count());
        Assert.All(one.ReadOutputAs<Guid[]>()!, guid => Assert.Equal(5, guid.Version));
    }

    /// <summary>Worked out by hand after RFC 4122 from the namespace and name of API-FACTS A4.</summary>
    [Fact]
    public void NewGuid_IsTheNameBasedGuidOfInstanceTimeAndCounter()
    {
        var executor = new TestApp().Orchestrator("G", context => Task.FromResult(context.NewGuid()));
        var turn = new OrchestrationTurn(executor, Microsoft.DurableTask.Converters.JsonDataConverter.Default, Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance, "abc");

        var result = turn.Run([new ExecutionStarted { Name = "G", ExecutionId = "e" }], new DateTime(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc));

        Assert.Equal("\"b856cd5a-f5e0-5da5-bf1d-198602d77ef3\"", result.OfType<ExecutionCompleted>().Single().Result);
    }

    [Fact]
    public async Task IsReplaying_IsFalseOnlyInTheNewestTurn()
    {
        ConcurrentQueue<string> seen = new();
        App.Activity<int, int>("A", n => n)
            .Orchestrator("Replays", async context =>
            {
                seen.Enqueue($"start {context.IsReplaying}");
                await context.CallActivityAsync("A", 1);
                seen.Enqueue($"after {context.IsReplaying}");
            });
        await StartAsync();

        await RunAsync("Replays");

        Assert.Equal(["start False", "start True", "after False"], seen);
    }

    [Fact]
    public async Task ReplaySafeLogger_WritesEachLineOnce()
    {
        var lines = new LineLoggers();
        Loggers = lines;
        App.Activity<int, int>("A", n => n)
            .Orchestrator("Logs", async context =>
            {
                var logger = context.CreateReplaySafeLogger("Mine");
                logger.LogInformation("begin");
                await context.CallActivityAsync("A", 1);
                logger.LogInformation("middle");
                await context.CallActivityAsync("A", 2);
                context.CreateReplaySafeLogger<ContextTests>().LogInformation("end");
            });
        await StartAsync();

        await RunAsync("Logs");

        Assert.Equal(["begin", "middle", "end"], lines.Written.Where(line => line is "begin" or "middle" or "end"));
    }

    [Fact]
    public async Task CustomStatus_IsReplacedAsAWholeAndNullClearsIt()
    {
        App.Orchestrator("Status", async context =>
        {
            context.SetCustomStatus(new { Step = 1 });
            await context.WaitForExternalEvent<string>("a");
            context.SetCustomStatus("two");
            await context.WaitForExternalEvent<string>("b");
            context.SetCustomStatus(null);
        });
        await StartAsync();
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Status");
        await WaitingFor(id, entry => entry is OrchestratorStarted);

        Assert.Equal("""{"Step":1}""", (await Client.GetInstanceAsync(id, getInputsAndOutputs: true))!.SerializedCustomStatus);
        await Client.RaiseEventAsync(id, "a", "");
        Assert.Equal("two", (await Client.GetInstanceAsync(id, getInputsAndOutputs: true))!.ReadCustomStatusAs<string>());
        await Client.RaiseEventAsync(id, "b", "");
        Assert.Null((await EndOf(id)).SerializedCustomStatus);
    }

    [Fact]
    public async Task NonAsciiText_IsEscapedInPayloads()
    {
        App.Orchestrator("Text", _ => Task.FromResult("é<&"));
        await StartAsync();

        Assert.Equal("\"\\u00E9\\u003C\\u0026\"", (await RunAsync("Text")).SerializedOutput);
    }

    private sealed class LineLoggers : ILoggerFactory, ILogger
    {
        public ConcurrentQueue<string> Written { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public void Dispose()
        {
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Written.Enqueue(formatter(state, exception));
    }
}
