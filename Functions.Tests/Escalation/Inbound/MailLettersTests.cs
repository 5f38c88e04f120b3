using System.Net;
using System.Net.Sockets;
using RegelLoket.Attachments;
using RegelLoket.Cases;
using RegelLoket.Tests.Attachments;

namespace RegelLoket.Tests.Escalation.Inbound;

/// <summary>Letters with a mail while no scanner judges them.</summary>
public sealed class MailLettersTests
{
    [Fact]
    public async Task KeepAsync_ScannerThatDoesNotAnswer_KeepsTheMailAndTakesTheLetterWithALaterDelivery()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var inbound = await InboundApp.StartAsync(("Attachments:Scanner", $"{ClamScanner.Unix}://{path}"));
        try
        {
            var (number, address) = await inbound.AskedAsync();

            Assert.Equal(HttpStatusCode.ServiceUnavailable, await inbound.SendAsync(address, Mail()));
            var mail = await inbound.MailAsync(number);
            Assert.Empty((await inbound.FileAsync(number)).State.Attachments);
            Assert.Contains(
                "Nog niet bewaard: attachment1", (await inbound.FileAsync(number)).Text(mail.Facts), StringComparison.Ordinal);
            using (var scanner = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
            {
                var answering = AnswerOnceAsync(scanner, path);
                await inbound.BringAsync(address, Mail());
                await answering;
            }

            // A further delivery changes nothing, and needs no scanner.
            await inbound.BringAsync(address, Mail());
            var file = await inbound.FileAsync(number);
            Assert.Single(file.State.Attachments);
            Assert.Equal(mail.Hash, Assert.Single(file.State.RequestTo(Ministry.Szw)!.Mails).Hash);
        }
        finally
        {
            await inbound.DisposeAsync();
            File.Delete(path);
        }
    }

    [Fact]
    public async Task KeepAsync_WithoutAScanner_AsksForTheLetterAgain()
    {
        var inbound = await InboundApp.StartAsync(("Attachments:MayGoUnscanned", "false"));
        try
        {
            var (number, address) = await inbound.AskedAsync();

            await inbound.BringAsync(address, Mail());

            Assert.Contains("Niet bewaard: attachment1. We kunnen bestanden niet op virussen nakijken. Vraag het ministerie de brief "
                + "opnieuw te sturen.", (await inbound.FileAsync(number)).Text((await inbound.MailAsync(number)).Facts),
                StringComparison.Ordinal);
        }
        finally
        {
            await inbound.DisposeAsync();
        }
    }

    private static (string, HttpContent)[] Mail() =>
    [
        InboundApp.Text("Zie bijlage."), ("headers", new StringContent("Message-ID: <letter@minszw.example>\n")),
        ("attachment1", new ByteArrayContent(TestPdf.Of())),
    ];

    /// <summary>Plays clamd for one file, in which it finds nothing.</summary>
    private static async Task AnswerOnceAsync(Socket scanner, string path)
    {
        scanner.Bind(new UnixDomainSocketEndPoint(path));
        scanner.Listen();
        using var caller = await scanner.AcceptAsync();
        var received = new byte[64 * 1024];
        for (var all = 0; all < TestPdf.Of().Length;)
        {
            all += await caller.ReceiveAsync(received);
        }

        await caller.SendAsync("stream: OK\0"u8.ToArray());
        caller.Shutdown(SocketShutdown.Send);
        while (await caller.ReceiveAsync(received) > 0)
        {
        }
    }
}
