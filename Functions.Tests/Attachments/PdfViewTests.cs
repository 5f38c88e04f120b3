using System.Text;
using RegelLoket.Attachments;

namespace RegelLoket.Tests.Attachments;

public sealed class PdfViewTests
{
    private const string Text = "voor (blank) tussen (gepakt) na";

    private static readonly PdfStream[] Streams =
    [
        new(6, 11, IsPacked: false, HoldsObjects: false, IsFlate: false), new(21, 27, IsPacked: true, HoldsObjects: true, IsFlate: true),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100)]
    public void Read_StreamThatWasNotUnpacked_IsBlank(int atOnce)
    {
        using var view = View();
        var read = new List<byte>();
        var buffer = new byte[atOnce];
        while (view.Read(buffer, 0, atOnce) is > 0 and var count)
        {
            read.AddRange(buffer[..count]);
        }

        Assert.Equal("voor (\0\0\0nk) tussen (gepakt) na", Encoding.ASCII.GetString([.. read]));
    }

    [Fact]
    public void ReadByte_FromAnyPlace_IsTheSame()
    {
        using var view = View();
        view.Position = 5;

        Assert.Equal(['(', 0, 0, 0, 'n', 'k', ')'], Enumerable.Range(0, 7).Select(_ => view.ReadByte()));
        view.Position = Text.Length;
        Assert.Equal(-1, view.ReadByte());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(22)]
    public void Read_OverAndOver_IsGivenUp(int place)
    {
        using var view = View();

        Assert.Throws<InvalidDataException>(() =>
        {
            for (var i = 0; i < 100_000; i++)
            {
                view.Position = place;
                view.ReadByte();
            }
        });
    }

    private static PdfView View() => new(new MemoryStream(Encoding.ASCII.GetBytes(Text)), Streams);
}
