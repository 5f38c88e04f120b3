using System.Diagnostics;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace RegelLoket.Tests;

/// <summary>
/// A real Azurite of its own for a collection of tests: free ports, a data folder that goes with it, ended by its own process. A folder,
/// since in memory it stands still for up to minutes when it collects what was left behind (findings/azurite-collection-blocks.sh).
/// Tests that share it keep apart by containers, case numbers or task hubs of their own.
/// </summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private const string AccountName = "devstoreaccount1";
    private const string AccountKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly string folder = Directory.CreateTempSubdirectory("regelloket-azurite-").FullName;
    private Process? process;

    // None that a connection of another test could take while this is away.
    private readonly int[] ports = InProcessWorker.FreePorts(3);

    /// <summary>The connection string of this Azurite, for an app or a client.</summary>
    public string ConnectionString => ConnectionStringOf(AccountName);

    /// <summary>The accounts that it has, all under one key; none can be added while it runs.</summary>
    public IReadOnlyList<string> Accounts { get; init; } = [AccountName];

    /// <summary>The connection string of one of its accounts.</summary>
    public string ConnectionStringOf(string account) =>
        $"DefaultEndpointsProtocol=http;AccountName={account};AccountKey={AccountKey};"
        + $"BlobEndpoint=http://127.0.0.1:{ports[0]}/{account};QueueEndpoint=http://127.0.0.1:{ports[1]}/{account};"
        + $"TableEndpoint=http://127.0.0.1:{ports[2]}/{account};";

    public BlobServiceClient Blobs => new(ConnectionString);

    public QueueServiceClient Queues => new(ConnectionString, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });

    /// <summary>
    /// Puts a message on a queue. A host makes the queues of its triggers only after it says that it is ready; who sends sooner makes the
    /// queue.
    /// </summary>
    public async Task SendAsync(string queue, BinaryData message)
    {
        var client = Queues.GetQueueClient(queue);
        await client.CreateIfNotExistsAsync();
        await client.SendMessageAsync(message);
    }

    public Task SendAsync(string queue, string message) => SendAsync(queue, new BinaryData(message));

    /// <summary>The root of the checkout: where package.json lies.</summary>
    public static string Checkout { get; } = FindCheckout();

    public async ValueTask InitializeAsync() => await StartAsync();

    /// <summary>Starts it, on the same ports and data as before when it ran before.</summary>
    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("node")
        {
            Environment = { ["AZURITE_ACCOUNTS"] = string.Join(';', Accounts.Select(account => $"{account}:{AccountKey}")) },
            ArgumentList =
            {
                Path.Combine(Checkout, "node_modules", "azurite", "dist", "src", "azurite.js"),
                "--blobPort", $"{ports[0]}", "--queuePort", $"{ports[1]}", "--tablePort", $"{ports[2]}",
                "--location", folder, "--skipApiVersionCheck", "--disableTelemetry", "--silent",
            },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        process = Process.Start(start) ?? throw new InvalidOperationException("Azurite did not start; run 'npm ci' first.");
        var errors = process.StandardError.ReadToEndAsync();
        for (var listening = 0; listening < ports.Length;)
        {
            var line = await process.StandardOutput.ReadLineAsync()
                ?? throw new InvalidOperationException($"Azurite ended: {await errors}");
            listening += line.Contains("successfully listening", StringComparison.Ordinal) ? 1 : 0;
        }

        _ = process.StandardOutput.ReadToEndAsync();
    }

    /// <summary>Ends it at once, as a crash would; its data stays.</summary>
    public async Task KillAsync()
    {
        if (process is { HasExited: false })
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process?.Dispose();
        process = null;
    }

    /// <summary>
    /// Takes it away until the result is disposed: a host in this process stops only when its storage answers. Azurite writes its tables
    /// down every five seconds, and a host whose table of partitions is lost never stops.
    /// </summary>
    public async Task<IAsyncDisposable> TakeAwayAsync()
    {
        await Task.Delay(TimeSpan.FromSeconds(7));
        await KillAsync();
        return new Absence(this);
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static string FindCheckout()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "package.json")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new InvalidOperationException("The tests must run from inside a checkout.");
    }

    private sealed class Absence(AzuriteFixture storage) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await storage.StartAsync();
    }

}
