using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Bench.Chaos;

/// <summary>A host that is killed and restarted; what was asked of it and not answered is asked of the next one.</summary>
internal sealed class KillableHost(string connectionString) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<int, (string Command, TaskCompletionSource<(string Answer, int Asked)> Source, int Asked)> pending = new();
    private readonly Lock gate = new();
    private Process? process;
    private int number;
    private int faultsOfEarlier;
    private int faults;

    /// <summary>How many requests to the storage were spoilt.</summary>
    public int Faults => faultsOfEarlier + faults;

    public List<double> ReadyAfter { get; } = [];

    public async Task StartAsync()
    {
        var began = Stopwatch.GetTimestamp();
        var started = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Bench.dll"), "child", "chaos"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment = { ["BENCH_STORAGE"] = connectionString },
        })!;
        while (await started.StandardOutput.ReadLineAsync() != "ready")
        {
            if (started.HasExited)
            {
                throw new InvalidOperationException("The host ended before it was ready.");
            }
        }

        ReadyAfter.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        _ = ListenAsync(started);
        lock (gate)
        {
            process = started;
            foreach (var (id, entry) in pending)
            {
                Send(id, entry.Command);
            }
        }
    }

    /// <summary>The answer, and how often it had to be asked for.</summary>
    public Task<(string Answer, int Asked)> AskAsync(string command)
    {
        var id = Interlocked.Increment(ref number);
        var source = new TaskCompletionSource<(string, int)>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            pending[id] = (command, source, 0);
            Send(id, command);
        }

        return source.Task;
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        Process? victim;
        lock (gate)
        {
            victim = process;
            process = null;
        }

        if (victim is not null)
        {
            victim.Kill();
            await victim.WaitForExitAsync();
            victim.Dispose();
        }

        faultsOfEarlier += Interlocked.Exchange(ref faults, 0);
    }

    public async ValueTask DisposeAsync() => await KillAsync();

    private void Send(int id, string command)
    {
        if (process is not { HasExited: false } running)
        {
            return;
        }

        try
        {
            running.StandardInput.WriteLine($"{id} {command}");
            running.StandardInput.Flush();
            pending.AddOrUpdate(id, _ => throw new InvalidOperationException("Answered before it was asked."), (_, entry) => entry with { Asked = entry.Asked + 1 });
        }
        catch (IOException)
        {
            // It is being killed; the next one is asked again.
        }
    }

    private async Task ListenAsync(Process of)
    {
        while (await of.StandardOutput.ReadLineAsync() is { } line)
        {
            var end = line.LastIndexOf(' ');
            var words = line[..end].Split(' ', 3);
            if (int.TryParse(line[end..], CultureInfo.InvariantCulture, out var injected))
            {
                faults = injected;
            }

            if (pending.TryRemove(int.Parse(words[0], CultureInfo.InvariantCulture), out var entry))
            {
                entry.Source.TrySetResult((words[2], Math.Max(1, entry.Asked)));
            }
        }
    }
}
