using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Options;
using RegelLoket.Notifications;

namespace RegelLoket.Tests.Notifications;

/// <summary>A real SMTP server as a process of its own; see smtp-server.mjs for its modes.</summary>
internal sealed class SmtpServer(Process process, int port) : IAsyncDisposable
{
    private bool ended;

    public int Port => port;

    public static async Task<SmtpServer> StartAsync(string mode, params string[] certificate)
    {
        var process = Process.Start(new ProcessStartInfo("node", [Path.Combine(AzuriteFixture.Checkout, "Functions.Tests", "Notifications", "smtp-server.mjs"), mode, .. certificate]) { RedirectStandardOutput = true })!;
        return new SmtpServer(process, int.Parse((await process.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture));
    }

    public SmtpSender Sender(bool startTls, string user = "", string password = "") => new(Options.Create(new SmtpOptions
    {
        Host = IPAddress.Loopback.ToString(),
        Port = port,
        StartTls = startTls,
        User = user,
        Password = password,
    }));

    public async Task<JsonElement> NextAsync() => JsonSerializer.Deserialize<JsonElement>((await process.StandardOutput.ReadLineAsync())!);

    public async ValueTask DisposeAsync()
    {
        if (!ended)
        {
            ended = true;
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }
}
