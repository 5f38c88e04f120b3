using System.Diagnostics;
using System.Globalization;

namespace Bench;

/// <summary>
/// A host in a process of its own, to be killed. It reads commands from its input and answers each with a line: what a
/// measurement needs to ask of a host that it may end at any moment.
/// </summary>
internal sealed class Child : IAsyncDisposable
{
    private readonly Process process;

    private Child(Process process) => this.process = process;

    /// <summary>Milliseconds from the start of the process to its word that it is ready.</summary>
    public double ReadyAfter { get; private set; }

    public long WorkingSet
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    public static async Task<Child> StartAsync(string role, string connectionString)
    {
        var began = Stopwatch.GetTimestamp();
        var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["child", role])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment = { ["BENCH_STORAGE"] = connectionString },
        })!;
        var child = new Child(process);
        await child.ReadUntilAsync("ready");
        child.ReadyAfter = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        return child;
    }

    /// <summary>Sends a command and returns the answer.</summary>
    public async Task<string> AskAsync(string command)
    {
        await process.StandardInput.WriteLineAsync(command);
        await process.StandardInput.FlushAsync();
        return await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"The host ended at '{command}'.");
    }

    public async Task<double> AskNumberAsync(string command) => double.Parse(await AskAsync(command), CultureInfo.InvariantCulture);

    public async Task ReadUntilAsync(string word)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line == word)
            {
                return;
            }
        }

        throw new InvalidOperationException($"The host ended before it said '{word}'.");
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        process.Dispose();
    }
}
