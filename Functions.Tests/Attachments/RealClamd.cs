using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using RegelLoket.Attachments;

namespace RegelLoket.Tests.Attachments;

/// <summary>
/// ClamAV's own daemon with a database of one signature, made here, that finds a harmless word: its real database is not needed to
/// show that the two understand each other.
/// </summary>
internal sealed class RealClamd : IAsyncDisposable
{
    public const string Marker = "RegelLoket-Test-Marker-7KQ4M";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("regelloket-clamd-");
    private Process? process;

    private static string? Program { get; } = new[] { "/usr/sbin/clamd", "/usr/local/sbin/clamd" }.FirstOrDefault(File.Exists);

    public string Address => $"{ClamScanner.Unix}://{Socket}";

    private string Socket => Path.Combine(folder.FullName, "clamd.ctl");

    /// <summary>Starts one; where it is not installed, the test that asks is passed over.</summary>
    public static async Task<RealClamd> StartAsync(params string[] settings)
    {
        Assert.SkipWhen(Program is null, "clamd is not installed: apt-get install clamav-daemon");
        var clamd = new RealClamd();
        await clamd.RunAsync(settings);
        return clamd;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }

        folder.Delete(recursive: true);
    }

    private async Task RunAsync(string[] settings)
    {
        var database = folder.CreateSubdirectory("db").FullName;
        var hex = Convert.ToHexStringLower(Encoding.ASCII.GetBytes(Marker));
        await File.WriteAllTextAsync(Path.Combine(database, "test.ndb"), $"RegelLoket.Test.Marker:0:*:{hex}\n");
        var configuration = Path.Combine(folder.FullName, "clamd.conf");
        await File.WriteAllLinesAsync(configuration, [
            "Foreground yes", $"LocalSocket {Socket}", $"DatabaseDirectory {database}", "MaxThreads 2", .. settings]);
        process = Process.Start(new ProcessStartInfo(Program!, ["--config-file", configuration])
        { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = new StringBuilder();
        process.OutputDataReceived += (_, line) => said.AppendLine(line.Data);
        process.ErrorDataReceived += (_, line) => said.AppendLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var begun = TimeProvider.System.GetTimestamp();
        while (!await AnswersAsync())
        {
            Assert.False(process.HasExited, string.Create(CultureInfo.InvariantCulture, $"clamd ended: {said}"));
            Assert.True(TimeProvider.System.GetElapsedTime(begun) < Patience, "clamd does not answer.");
            await Task.Delay(100);
        }
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(Socket));
            await socket.SendAsync("zPING\0"u8.ToArray());
            var answer = new byte[5];
            return await socket.ReceiveAsync(answer) == 5 && answer.AsSpan().StartsWith("PONG"u8);
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
