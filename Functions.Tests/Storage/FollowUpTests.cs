using Microsoft.Extensions.Logging;
using RegelLoket.Storage;

namespace RegelLoket.Tests.Storage;

/// <summary>What follows a stored event never fails it, and never logs what somebody typed.</summary>
public sealed class FollowUpTests
{
    private readonly Lines log = new();

    [Fact]
    public async Task RunAsync_WorkThatSucceeds_LogsNothing()
    {
        var done = false;

        await FollowUp.RunAsync(log, "The row of a case", () =>
        {
            done = true;
            return Task.CompletedTask;
        });

        Assert.True(done);
        Assert.Empty(log.Texts);
    }

    public static TheoryData<Func<Task>> Failures => new(
        () => throw new InvalidOperationException("Mevrouw Jansen"),
        () => Task.FromException(new InvalidOperationException("Mevrouw Jansen")),
        () => Task.FromCanceled(new CancellationToken(canceled: true)));

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task RunAsync_WorkThatFails_IsLoggedByItsNameAndTypeAlone(Func<Task> work)
    {
        await FollowUp.RunAsync(log, "The row of a case", work);

        var line = Assert.Single(log.Texts);
        Assert.StartsWith("The row of a case could not follow", line, StringComparison.Ordinal);
        Assert.Contains("Exception)", line, StringComparison.Ordinal);
        Assert.DoesNotContain("Jansen", line, StringComparison.Ordinal);
    }

    private sealed class Lines : ILogger
    {
        public List<string> Texts { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Texts.Add($"{formatter(state, exception)}{exception}");
    }
}
