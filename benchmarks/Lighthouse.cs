using System.Diagnostics;
using System.Text.Json;
using LocalHost.Startup;

namespace Bench;

/// <summary>
/// What Lighthouse says of one page, as it would be on a slow telephone: scores of 0-100, and all bytes that were transferred.
/// </summary>
internal sealed record PageScores(double Performance, double Accessibility, double BestPractices, double Kilobytes);

/// <summary>Lighthouse from npm against the distribution's Chromium, or the one that CHROMIUM names.</summary>
internal static class Lighthouse
{
    // It now and then fails to record a page, and then asks to be run again.
    private const int MostTries = 3;

    /// <summary>Looks at one page; a cookie makes it the page of a visitor who is under way.</summary>
    public static async Task<PageScores> LookAtAsync(Uri page, string? cookies = null)
    {
        var start = new ProcessStartInfo("node")
        {
            ArgumentList =
            {
                Path.Combine(Checkout.Root, "node_modules", "lighthouse", "cli", "index.js"), page.ToString(), "--quiet", "--output=json",
                "--only-categories=performance,accessibility,best-practices", "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
            },
            RedirectStandardOutput = true,
            Environment = { ["CHROME_PATH"] = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium" },
        };
        if (cookies is not null)
        {
            start.ArgumentList.Add($"--extra-headers={JsonSerializer.Serialize(new Dictionary<string, string> { ["Cookie"] = cookies })}");
        }

        var report = JsonSerializer.Deserialize<JsonElement>(await RunAsync(start));
        if (report.GetProperty("finalDisplayedUrl").GetString() is var shown && shown != page.ToString())
        {
            throw new InvalidOperationException($"Lighthouse was led from {page.AbsolutePath} to {shown}.");
        }

        double Score(string category) => 100 * report.GetProperty("categories").GetProperty(category).GetProperty("score").GetDouble();
        return new PageScores(
            Score("performance"), Score("accessibility"), Score("best-practices"),
            report.GetProperty("audits").GetProperty("total-byte-weight").GetProperty("numericValue").GetDouble() / 1024);
    }

    private static async Task<string> RunAsync(ProcessStartInfo start)
    {
        for (var tries = 1; ; tries++)
        {
            using var process = Process.Start(start)!;
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            if (process.ExitCode == 0)
            {
                return output;
            }

            if (tries == MostTries)
            {
                throw new InvalidOperationException($"Lighthouse ended with {process.ExitCode}, {MostTries} times.");
            }
        }
    }
}
