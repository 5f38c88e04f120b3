using System.Net.Sockets;
using System.Text.Json;
using LocalRuntime.Hosting.Startup;

namespace LocalRuntime.Hosting.Storage;

/// <summary>
/// The storage emulator of this host. Its process is written down beside its data, so that a start after a crash finds
/// it again: one that answers is used on, one that does not is ended.
/// </summary>
internal sealed class Azurite(string dataDirectory, AzuritePorts ports, bool reset, bool mayUseForeign) : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(60);

    private AzuriteProcess? running;

    private string RecordFile => Path.Combine(dataDirectory, "azurite.json");

    private string Location => Path.Combine(dataDirectory, "azurite");

    private string LogFile => Path.Combine(dataDirectory, "azurite.log");

    public async Task EnsureAsync(CancellationToken cancellation)
    {
        if (await ReuseAsync(cancellation))
        {
            return;
        }

        if (reset && Directory.Exists(Location))
        {
            Directory.Delete(Location, recursive: true);
        }

        foreach (var port in new[] { ports.Blob, ports.Queue, ports.Table })
        {
            if (await AnswersAsync(port, cancellation))
            {
                if (mayUseForeign && port == ports.Blob)
                {
                    await Console.Error.WriteLineAsync($"Uses the storage emulator that already listens on port {port}; its data is not under {dataDirectory}.");
                    return;
                }

                throw new StartupException($"Port {port}, which the storage emulator needs, is in use. Name three free ports with --azurite-ports B,Q,T.");
            }
        }

        await StartAsync(cancellation);
    }

    /// <summary>Ends the emulator if this host started it or took it over; it writes its data down before it goes.</summary>
    public async ValueTask DisposeAsync()
    {
        if (running is { } process)
        {
            running = null;
            await process.StopAsync();
            File.Delete(RecordFile);
        }
    }

    private async Task<bool> ReuseAsync(CancellationToken cancellation)
    {
        if (ReadRecord() is not { } record || AzuriteProcess.Find(record.Process) is not { } process)
        {
            return false;
        }

        var othersHost = record.Host != Environment.ProcessId && HostProcess.IsAlive(record.Host, record.HostStarted);
        var answers = record.Ports == ports && await AnswersAsync(ports.Blob, cancellation) && await AnswersAsync(ports.Queue, cancellation);
        if (othersHost)
        {
            return answers && !reset
                ? true
                : throw new StartupException($"{dataDirectory} is in use by process {record.Host}. Stop it first, or name another folder with --data.");
        }

        running = process;
        if (answers && !reset)
        {
            WriteRecord(process);
            return true;
        }

        await DisposeAsync();
        return false;
    }

    private async Task StartAsync(CancellationToken cancellation)
    {
        Directory.CreateDirectory(Location);
        running = AzuriteProcess.Start(await AzuriteProgram.FindAsync(cancellation), ports, Location, LogFile);
        WriteRecord(running);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(StartTimeout);
        while (!(await AnswersAsync(ports.Blob, timeout.Token) && await AnswersAsync(ports.Queue, timeout.Token)))
        {
            if (running.HasExited || timeout.IsCancellationRequested)
            {
                cancellation.ThrowIfCancellationRequested();
                throw new StartupException($"The storage emulator did not start. {LastLogLine()}".TrimEnd());
            }

            await Task.Delay(50, CancellationToken.None);
        }
    }

    private string LastLogLine() => File.Exists(LogFile) ? File.ReadLines(LogFile).LastOrDefault(line => line.Length > 0) ?? "" : "";

    private Record? ReadRecord()
    {
        try
        {
            return File.Exists(RecordFile) ? JsonSerializer.Deserialize<Record>(File.ReadAllText(RecordFile)) : null;
        }
        catch (JsonException)
        {
            // Cut short by a crash: worth no more than a missing one.
            return null;
        }
    }

    private void WriteRecord(AzuriteProcess process) =>
        File.WriteAllText(RecordFile, JsonSerializer.Serialize(new Record(process.Id, ports, Environment.ProcessId, HostProcess.Started)));

    private static async Task<bool> AnswersAsync(int port, CancellationToken cancellation)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync("127.0.0.1", port, cancellation);
            return true;
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException)
        {
            return false;
        }
    }

    private sealed record Record(int Process, AzuritePorts Ports, int Host, DateTime HostStarted);
}
