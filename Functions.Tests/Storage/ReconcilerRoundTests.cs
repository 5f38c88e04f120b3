using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using RegelLoket.Storage;

namespace RegelLoket.Tests.Storage;

public sealed class ReconcilerRoundTests
{
    private readonly ConcurrentQueue<string> lines = new();

    private ILogger Log => new LogQueue(lines).CreateLogger("round");

    [Fact]
    public async Task RunAsync_OneRepairFails_TheOthersAreDoneAndEachIsLogged()
    {
        var done = new List<string>();

        await ReconcilerRound.RunAsync(Log, new[] { "a", "b", "c", "d" }.ToAsyncEnumerable().Select(name => new Repair(name, _ =>
        {
            done.Add(name);
            return name == "b" ? throw new InvalidDataException("geheim") : Task.FromResult(name != "d");
        })), default);

        Assert.Equal(["a", "b", "c", "d"], done);
        Assert.Equal(3, lines.Count);
        Assert.Contains(lines, line => line.Contains("b could not be repaired (InvalidDataException)", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("geheim", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RunAsync_TwoAtOnce_RunBesideEachOther()
    {
        var (first, second) = (new TaskCompletionSource(), new TaskCompletionSource());

        await ReconcilerRound.RunAsync(Log, new[] { (first, second), (second, first) }.ToAsyncEnumerable().Select(
            pair => new Repair("a", async token =>
            {
                pair.Item1.SetResult();
                await pair.Item2.Task.WaitAsync(TimeSpan.FromSeconds(20), token);
                return false;
            })), default, atOnce: 2);

        Assert.Empty(lines);
    }

    [Fact]
    public async Task RunAsync_TheHostStops_EndsTheRound()
    {
        using var stop = new CancellationTokenSource();
        var repairs = AsyncEnumerable.Repeat(new Repair("a", async token =>
        {
            await stop.CancelAsync();
            token.ThrowIfCancellationRequested();
            return true;
        }), 2);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ReconcilerRound.RunAsync(Log, repairs, stop.Token));
    }
}
