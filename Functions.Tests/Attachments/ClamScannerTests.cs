using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using RegelLoket.Attachments;

namespace RegelLoket.Tests.Attachments;

public sealed class ClamScannerTests
{
    [Theory]
    [InlineData("stream: OK\0", ScanVerdict.Clean)]
    [InlineData("stream: Test.Marker.UNOFFICIAL FOUND\0", ScanVerdict.Infected)]
    [InlineData("INSTREAM size limit exceeded. ERROR\0", ScanVerdict.Unknown)]
    [InlineData("stream: OKAY\0", ScanVerdict.Unknown)]
    [InlineData("", ScanVerdict.Unknown)]
    public async Task ScanAsync_AnswerOfClamd_IsReadExactly(string answer, ScanVerdict expected)
    {
        using var clamd = new FakeClamd(answer);
        var content = new byte[200_000];
        new Random(1).NextBytes(content);

        Assert.Equal(expected, await ScanAsync(clamd.Address, content));
        Assert.Equal(content, await clamd.Received);
    }

    [Fact]
    public async Task ScanAsync_NobodyThere_IsUnknown()
    {
        using var clamd = new FakeClamd("");
        var address = clamd.Address;
        clamd.Dispose();

        Assert.Equal(ScanVerdict.Unknown, await ScanAsync(address, [1]));
        Assert.Equal(ScanVerdict.Unknown, await ScanAsync("unix:///nowhere/clamd.ctl", [1]));
    }

    [Fact]
    public async Task ScanAsync_NoAnswerInTime_IsUnknown()
    {
        using var clamd = new FakeClamd(answer: null);

        Assert.Equal(ScanVerdict.Unknown, await ScanAsync(clamd.Address, [1], seconds: 1));
    }

    [Fact]
    public async Task ScanAsync_RealClamd_FindsItsOwnSignatureAndNothingElse()
    {
        await using var clamd = await RealClamd.StartAsync();

        Assert.Equal(ScanVerdict.Clean, await ScanAsync(clamd.Address, TestPdf.Of()));
        Assert.Equal(ScanVerdict.Clean, await ScanAsync(clamd.Address, TestPdf.OfSize(9 * 1024 * 1024)));
        Assert.Equal(ScanVerdict.Infected, await ScanAsync(clamd.Address, Encoding.ASCII.GetBytes($"%PDF-1.7 {RealClamd.Marker}")));
    }

    [Fact]
    public async Task ScanAsync_RealClamdThatTakesNoLargeFiles_IsUnknown()
    {
        await using var clamd = await RealClamd.StartAsync("StreamMaxLength 1M");

        Assert.Equal(ScanVerdict.Unknown, await ScanAsync(clamd.Address, new byte[5 * 1024 * 1024]));
    }

    private static async Task<ScanVerdict> ScanAsync(string address, byte[] content, int seconds = 30)
    {
        var scanner = new ClamScanner(
            Options.Create(new AttachmentOptions { Scanner = address, ScanSeconds = seconds }), NullLogger<ClamScanner>.Instance);
        using var stream = new MemoryStream(content);
        return await scanner.ScanAsync(stream, default);
    }

    /// <summary>One connection of clamd's protocol on loopback, with an answer of the test's; null for none at all.</summary>
    private sealed class FakeClamd : IDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);

        public FakeClamd(string? answer)
        {
            listener.Start();
            Received = Task.Run(() => TakeAsync(answer));
        }

        public string Address => $"tcp://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

        /// <summary>The content that came, put together from its chunks.</summary>
        public Task<byte[]> Received { get; }

        public void Dispose() => listener.Dispose();

        private async Task<byte[]> TakeAsync(string? answer)
        {
            using var client = await listener.AcceptTcpClientAsync();
            await using var stream = client.GetStream();
            var command = new byte[10];
            await stream.ReadExactlyAsync(command);
            Assert.Equal("zINSTREAM\0", Encoding.ASCII.GetString(command));
            using var content = new MemoryStream();
            var head = new byte[4];
            while (true)
            {
                await stream.ReadExactlyAsync(head);
                var chunk = new byte[(head[0] << 24) | (head[1] << 16) | (head[2] << 8) | head[3]];
                if (chunk.Length == 0)
                {
                    break;
                }

                await stream.ReadExactlyAsync(chunk);
                content.Write(chunk);
            }

            if (answer is null)
            {
                // Waits until the scanner has given up.
                Assert.Equal(0, await stream.ReadAsync(head));
            }
            else
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes(answer));
            }

            return content.ToArray();
        }
    }
}
