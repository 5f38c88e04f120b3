using System.Text;
using RegelLoket.Escalation.Inbound;

namespace RegelLoket.Tests.Escalation.Inbound;

public sealed class WholeMailTests
{
    [Fact]
    public void Into_MailOfTenMegabytes_IsReadWithoutACopyOfIt()
    {
        var file = string.Join("\r\n", Enumerable.Repeat(new string('A', 76), 140_000));
        using var message = new MemoryStream(Encoding.ASCII.GetBytes(
            "From: a@minszw.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
            + "--x\r\nContent-Type: text/plain\r\n\r\nZie de brief.\r\n--x\r\nContent-Type: application/pdf; name=\"brief.pdf\"\r\n"
            + $"Content-Transfer-Encoding: base64\r\n\r\n{file}\r\n--x--\r\n"));
        var before = GC.GetAllocatedBytesForCurrentThread();

        var mail = WholeMail.Into(new InboundMail { ReceivedAt = DateTimeOffset.UnixEpoch }, message);
        var files = WholeMail.FilesIn(message);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1024 * 1024);
        Assert.Equal("Zie de brief.", mail.Text.Trim());
        Assert.Equal(140_000 * 57, Assert.Single(mail.Attachments).Size);
        using var content = Assert.Single(files).Content.Open();
        Assert.Equal(0, content.ReadByte());
    }
}
