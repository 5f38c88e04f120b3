using System.Diagnostics;
using System.Net.Sockets;

namespace LocalHost.Startup.Storage;

/// <summary>
/// Runs the storage emulator of this host. Its process is recorded next to its data, so that a start after a crash
/// finds it again: one that responds is reused, one that does not is ended.
/// </summary>
/// <param name="data">The folder of its data.</param>
/// <param name="ports">Its ports.</param>
internal sealed class Azurite(string data, AzuritePorts ports) : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan GoodbyeTimeout = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    private Process? running;

    /// <summary>Whether to start with empty storage.</summary>
    public bool Reset { get; init; }

    /// <summary>Whether the emulator of another host on the same data may be used.</summary>
    public bool MayShare { get; init; }

    /// <summary>Whether another program's emulator on these ports may be used.</summary>
    public bool MayUseForeign { get; init; }

    /// <summary>Whether this host started the emulator, or took it over.</summary>
    public bool IsOwn => running is not null;

    private string RecordPath => Path.Combine(data, "azurite.json");

    private string Location => Path.Combine(data, "azurite");

    private string LogFile => Path.Combine(data, "azurite.log");

    /// <summary>Starts or finds the emulator and waits until it responds.</summary>
    /// <exception cref="StartupException">It cannot be started, its ports are in use, or its data belongs to a running
    /// host.</exception>
    public async Task EnsureAsync(CancellationToken cancellation)
    {
        if (await ReuseAsync(cancellation))
        {
            return;
        }

        foreach (var port in ports.All)
        {
            if (await AnswersAsync(port, cancellation))
            {
                if (MayUseForeign && port == ports.Blob)
                {
                    await Console.Error.WriteLineAsync($"Uses the storage emulator that already listens on port {port}; its data is "
                        + $"not in {data}.");
                    return;
                }

                throw new StartupException(
                    $"Port {port}, which the storage emulator needs, is in use. Name three free ports with --azurite-ports B,Q,T.");
            }
        }

        PrepareFolder();
        await StartAsync(cancellation);
    }

    /// <summary>
    /// Ends the emulator when this host started it or took it over; it saves its data first. It waits for connections
    /// that never had a request, of which this process has some, so that it may end a moment after this process, and a
    /// next start would find it.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        if (running is { } process)
        {
            running = null;
            // With its folder gone it has nothing left to save, and tries that for ever.
            if (OperatingSystem.IsWindows() || !Directory.Exists(Location))
            {
                await RunningProcess.StopAsync(process, GoodbyeTimeout);
            }

            if (await RunningProcess.HasEndedAsync(process, GoodbyeTimeout))
            {
                RecordFile.Delete(RecordPath);
            }

            process.Dispose();
        }
    }

    private async Task<bool> ReuseAsync(CancellationToken cancellation)
    {
        if (RecordFile.Read<Record>(RecordPath) is not { Emulator: { } emulator, Host: { } host } record
            || emulator.Find() is not { } process)
        {
            return false;
        }

        using var owner = host == RunningProcess.Current ? null : host.Find();
        var answers = record.Ports == ports && await AnswersAsync(ports.Blob, cancellation)
            && await AnswersAsync(ports.Queue, cancellation);
        if (owner is not null)
        {
            process.Dispose();
            return answers && MayShare && !Reset
                ? true
                : throw new StartupException($"{data} is in use by process {owner.Id}. Stop it first, or name another folder with --data.");
        }

        running = process;
        if (answers && !Reset)
        {
            WriteRecord(emulator);
            return true;
        }

        running = null;
        await RunningProcess.StopAsync(process, StopTimeout);
        process.Dispose();
        return false;
    }

    private void PrepareFolder()
    {
        try
        {
            if (Reset && Directory.Exists(Location))
            {
                Directory.Delete(Location, recursive: true);
            }

            Directory.CreateDirectory(Location);
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"{data} cannot hold the data of the storage emulator: {unusable.Message}", unusable);
        }
    }

    private async Task StartAsync(CancellationToken cancellation)
    {
        running = RunningProcess.Start(Command(await AzuriteProgram.FindAsync(cancellation)));
        WriteRecord(RunningProcess.Of(running));
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(StartTimeout);
        while (!(await AnswersAsync(ports.Blob, timeout.Token) && await AnswersAsync(ports.Queue, timeout.Token)))
        {
            if (running.HasExited || timeout.IsCancellationRequested)
            {
                cancellation.ThrowIfCancellationRequested();
                throw new StartupException($"The storage emulator did not start. {LastLogLine()}".TrimEnd());
            }

            await Task.Delay(Pause, CancellationToken.None);
        }
    }

    private ProcessStartInfo Command(string script)
    {
        string[] command =
        [
            "node", script, "--silent", "--skipApiVersionCheck", "--disableTelemetry", "--location", Location,
            "--blobHost", "127.0.0.1", "--queueHost", "127.0.0.1", "--tableHost", "127.0.0.1",
            // Longer than any client keeps an idle connection, so that no request arrives on one that is being closed.
            "--blobKeepAliveTimeout", "600", "--queueKeepAliveTimeout", "600",
            "--blobPort", $"{ports.Blob}", "--queuePort", $"{ports.Queue}", "--tablePort", $"{ports.Table}",
        ];

        // Output goes to a file, because a pipe would break when the host is killed.
        return OperatingSystem.IsWindows()
            ? new ProcessStartInfo(command[0], command[1..]) { CreateNoWindow = true }
            : RunningProcess.Command(
                "/bin/sh", ["-c", """log=$1; shift; exec "$@" >"$log" 2>&1 </dev/null""", "azurite", LogFile, .. command]);
    }

    private string LastLogLine() => File.Exists(LogFile) ? File.ReadLines(LogFile).LastOrDefault(line => line.Length > 0) ?? "" : "";

    private void WriteRecord(RunningProcess process) =>
        RecordFile.Write(RecordPath, new Record(process, ports, RunningProcess.Current));

    private static async Task<bool> AnswersAsync(int port, CancellationToken cancellation)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync("127.0.0.1", port, cancellation);
            return true;
        }
        catch (Exception closed) when (closed is SocketException or OperationCanceledException)
        {
            return false;
        }
    }

    private sealed record Record(RunningProcess? Emulator, AzuritePorts? Ports, RunningProcess? Host);
}
