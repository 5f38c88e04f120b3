using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Bench;

/// <summary>A storage emulator of a run's own: free ports, empty data folder.</summary>
internal sealed partial class Azurite : IAsyncDisposable
{
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bench-azurite-");
    private Process? process;
    private int[] ports = [0, 0, 0];

    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};BlobEndpoint=http://127.0.0.1:{ports[0]}/{Account};"
        + $"QueueEndpoint=http://127.0.0.1:{ports[1]}/{Account};TableEndpoint=http://127.0.0.1:{ports[2]}/{Account};";

    /// <summary>The top of the checkout.</summary>
    public static string Checkout { get; } = FindCheckout();

    public static async Task<Azurite> StartNewAsync()
    {
        var azurite = new Azurite();
        await azurite.StartAsync();
        return azurite;
    }

    /// <summary>Starts it, on the ports and data of before when it ran before.</summary>
    public async Task StartAsync()
    {
        process = Process.Start(new ProcessStartInfo("node")
        {
            ArgumentList =
            {
                Path.Combine(Checkout, "node_modules", "azurite", "dist", "src", "azurite.js"),
                "--blobPort", $"{ports[0]}", "--queuePort", $"{ports[1]}", "--tablePort", $"{ports[2]}",
                "--location", folder.FullName, "--skipApiVersionCheck", "--disableTelemetry", "--silent",
            },
            RedirectStandardOutput = true,
        }) ?? throw new InvalidOperationException("Azurite did not start; run 'npm ci' first.");
        List<int> found = [];
        while (found.Count < 3)
        {
            var line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("Azurite ended; run 'npm ci' first.");
            if (Listening().Match(line) is { Success: true } match)
            {
                found.Add(int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture));
            }
        }

        ports = [.. found];
        _ = process.StandardOutput.ReadToEndAsync();
    }

    /// <summary>Asks it to end; it writes its data down before it goes.</summary>
    public async Task StopAsync()
    {
        if (process is { HasExited: false })
        {
            using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
            await kill.WaitForExitAsync();
            await process.WaitForExitAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process?.Dispose();
        folder.Delete(recursive: true);
    }

    private static string FindCheckout()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "package.json")))
            {
                return at.FullName;
            }
        }

        throw new InvalidOperationException("The measurements run from inside a checkout.");
    }

    [GeneratedRegex(@"successfully listening at http://127\.0\.0\.1:(\d+)")]
    private static partial Regex Listening();
}
