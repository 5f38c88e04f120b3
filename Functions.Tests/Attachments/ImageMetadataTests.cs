using System.Text;
using RegelLoket.Attachments;

namespace RegelLoket.Tests.Attachments;

public sealed class ImageMetadataTests
{
    [Theory]
    [InlineData(1, true)]
    [InlineData(6, true)]
    [InlineData(8, false)]
    public void Strip_JpegOfACamera_LeavesThePictureAndItsOrientationAlone(int orientation, bool isLittle)
    {
        var stripped = Strip(JpegMetadata.Strip, TestImages.Jpeg(orientation, isLittle));

        Assert.NotNull(stripped);
        AssertNoWords(stripped);
        Assert.Equal([.. TestImages.Picture, 0xFF, 0xD9], stripped[^(TestImages.Picture.Length + 2)..]);
        Assert.Contains("ICC_PROFILE", Encoding.Latin1.GetString(stripped), StringComparison.Ordinal);
        Assert.DoesNotContain("KKKKKK", Encoding.Latin1.GetString(stripped), StringComparison.Ordinal);
        Assert.Equal(orientation, OrientationIn(stripped, "Exif\0\0"u8));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Strip_PngWithTexts_LeavesThePictureAndItsOrientationAlone(int orientation)
    {
        var stripped = Strip(PngMetadata.Strip, TestImages.Png(orientation));

        Assert.NotNull(stripped);
        AssertNoWords(stripped);
        var text = Encoding.Latin1.GetString(stripped);
        Assert.All(new[] { "tEXt", "iTXt", "zTXt", "tIME" }, chunk => Assert.DoesNotContain(chunk, text, StringComparison.Ordinal));
        Assert.Contains(Encoding.Latin1.GetString(TestImages.Chunk("IDAT", TestImages.Zlib([0, 128]))), text, StringComparison.Ordinal);
        Assert.EndsWith("IEND", text[..^4], StringComparison.Ordinal);
        Assert.Equal(orientation, OrientationIn(stripped, "eXIf"u8));
    }

    [Fact]
    public void Strip_WhatWasStripped_ChangesNothing()
    {
        var jpeg = Strip(JpegMetadata.Strip, TestImages.Jpeg(6))!;
        var png = Strip(PngMetadata.Strip, TestImages.Png(6))!;

        Assert.Equal(jpeg, Strip(JpegMetadata.Strip, jpeg));
        Assert.Equal(png, Strip(PngMetadata.Strip, png));
    }

    [Fact]
    public void Strip_PictureThatIsCutOffAnywhere_IsNoWholePicture()
    {
        var jpeg = TestImages.Jpeg(6);
        var png = TestImages.Png(6);
        var end = jpeg.Length - Encoding.ASCII.GetByteCount($"{TestImages.Marker} Dorpsstraat 1");

        Assert.All(Enumerable.Range(0, end - 1), length => Assert.Null(Strip(JpegMetadata.Strip, jpeg[..length])));
        Assert.All(Enumerable.Range(0, png.Length - 40), length => Assert.Null(Strip(PngMetadata.Strip, png[..length])));
    }

    [Fact]
    public void Strip_AnyByteChanged_NeverThrows()
    {
        var random = new Random(3);
        foreach (var (strip, picture) in new (Func<BufferedReader, Stream, bool>, byte[])[]
            { (JpegMetadata.Strip, TestImages.Jpeg(6)), (PngMetadata.Strip, TestImages.Png(6)) })
        {
            for (var i = 0; i < 2000; i++)
            {
                var changed = picture.ToArray();
                changed[random.Next(changed.Length)] = (byte)random.Next(256);
                changed[random.Next(changed.Length)] = (byte)random.Next(256);
                Strip(strip, changed);
            }
        }
    }

    private static byte[]? Strip(Func<BufferedReader, Stream, bool> strip, byte[] picture)
    {
        using var source = new MemoryStream(picture);
        using var reader = new BufferedReader(source);
        using var target = new MemoryStream();
        return strip(reader, target) ? target.ToArray() : null;
    }

    private static void AssertNoWords(byte[] picture) =>
        Assert.DoesNotContain(TestImages.Marker, Encoding.Latin1.GetString(picture), StringComparison.Ordinal);

    /// <summary>The orientation in the EXIF after a mark; upright when there is no EXIF at all.</summary>
    private static int OrientationIn(byte[] picture, ReadOnlySpan<byte> mark) =>
        picture.AsSpan().IndexOf(mark) is >= 0 and var at ? Orientation.In(picture.AsSpan(at + mark.Length)) : Orientation.Upright;
}
