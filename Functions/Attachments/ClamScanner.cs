using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace RegelLoket.Attachments;

/// <summary>
/// A scanner that speaks the protocol of ClamAV's clamd: one connection for each file, the command INSTREAM, the content
/// in chunks with their length before them, and one line back (https://docs.clamav.net/manual/Usage/Scanning.html#clamd).
/// Whatever goes wrong is "unknown", never "clean".
/// </summary>
public sealed class ClamScanner(IOptions<AttachmentOptions> options, ILogger<ClamScanner> log) : IFileScanner
{
    public const string Tcp = "tcp";
    public const string Unix = "unix";

    private const int ChunkSize = 64 * 1024;
    private const int LongestAnswer = 1024;

    public bool IsReady => true;

    /// <inheritdoc/>
    public async Task<ScanVerdict> ScanAsync(Stream content, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(options.Value.ScanSeconds));
        try
        {
            return VerdictOf(await AskAsync(content, patience.Token));
        }
        catch (Exception failure) when (failure is SocketException or IOException
            || (failure is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            log.LogError("The virus scanner did not judge a file ({Failure}).", failure.GetType().Name);
            return ScanVerdict.Unknown;
        }
    }

    private async Task<string> AskAsync(Stream content, CancellationToken cancellation)
    {
        var address = options.Value.ScannerAddress!;
        using var socket = address.Scheme == Unix
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(SocketType.Stream, ProtocolType.Tcp);
        await (address.Scheme == Unix ? socket.ConnectAsync(new UnixDomainSocketEndPoint(address.AbsolutePath), cancellation)
            : socket.ConnectAsync(address.Host, address.Port, cancellation));
        await using var clamd = new NetworkStream(socket);
        try
        {
            await SendAsync(content, clamd, cancellation);
        }
        catch (IOException)
        {
            // It answers and hangs up in the middle of what is too long for it.
        }

        var answer = new byte[LongestAnswer];
        var length = await clamd.ReadAtLeastAsync(answer, answer.Length, throwOnEndOfStream: false, cancellation);
        return Encoding.UTF8.GetString(answer, 0, length).TrimEnd('\0', '\n');
    }

    private static async Task SendAsync(Stream content, NetworkStream clamd, CancellationToken cancellation)
    {
        await clamd.WriteAsync("zINSTREAM\0"u8.ToArray(), cancellation);
        var chunk = new byte[sizeof(int) + ChunkSize];
        int read;
        do
        {
            read = await content.ReadAsync(chunk.AsMemory(sizeof(int)), cancellation);
            BinaryPrimitives.WriteInt32BigEndian(chunk, read);
            await clamd.WriteAsync(chunk.AsMemory(0, sizeof(int) + read), cancellation);
        }
        while (read > 0);
    }

    private ScanVerdict VerdictOf(string answer)
    {
        if (answer == "stream: OK")
        {
            return ScanVerdict.Clean;
        }

        if (answer.StartsWith("stream: ", StringComparison.Ordinal) && answer.EndsWith(" FOUND", StringComparison.Ordinal))
        {
            // The name of what was found is the scanner's own word and says nothing of a person.
            log.LogWarning("A file was refused by the virus scanner: {Answer}.", answer);
            return ScanVerdict.Infected;
        }

        log.LogError("The virus scanner could not judge a file: {Answer}.", answer);
        return ScanVerdict.Unknown;
    }
}
