using System.Text;
using FsCheck.Xunit;
using RegelLoket.Escalation.Inbound;

namespace RegelLoket.Tests.Escalation.Inbound;

/// <summary>The words of a mail arrive as they were written, whatever the service and the sender's program say of their bytes.</summary>
public sealed class InboundCharsetsTests
{
    private const string Words = "Eén coördinator – €5";

    [Theory]
    [InlineData("windows-1252")]
    [InlineData("CP1252")]
    [InlineData("\"utf-8\"")]
    [InlineData("UTF-8")]
    [InlineData("utf-16BE")]
    public void Decode_NamedCharacterSet_GivesTheWords(string name)
    {
        var bytes = (name.Contains("1252", StringComparison.Ordinal) ? CodePagesEncodingProvider.Instance.GetEncoding(1252)!
            : name.Contains("16", StringComparison.Ordinal) ? Encoding.BigEndianUnicode : Encoding.UTF8).GetBytes(Words);

        Assert.Equal(Words, Of("text", name.Trim('"')).Decode("text", bytes, ownCharset: null));
    }

    [Theory]
    [InlineData("iso-8859-1")]
    [InlineData("us-ascii")]
    [InlineData("windows-1252")]
    [InlineData(null)]
    public void Decode_Utf8UnderAnotherName_IsUtf8(string? name) =>
        Assert.Equal(Words, Of("text", name).Decode("text", Encoding.UTF8.GetBytes(Words), ownCharset: name));

    [Fact]
    public void Decode_BytesThatAreNoUtf8_AreWestern()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(Words);

        Assert.Equal(Words, Of("text", null).Decode("text", bytes, null));
        Assert.Equal(Words, Of("text", "utf-8").Decode("text", bytes, null));
        Assert.Equal(Words, Of("text", "bestaat-niet").Decode("text", bytes, null));
        Assert.Equal(Words, Of("text", "utf-7").Decode("text", bytes, null));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("iso-8859-1")]
    [InlineData(null)]
    public void Decode_Utf8WithABadByte_LosesThatByteAlone(string? name)
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Words), 0xE9, .. Encoding.UTF8.GetBytes(" Eén")];

        Assert.Equal($"{Words}\uFFFD Eén", Of("text", name).Decode("text", bytes, null));
    }

    [Fact]
    public void Decode_CharacterSetOfThePart_CountsWhereTheServiceNamesNone()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding("iso-8859-7")!.GetBytes("Ελλάδα");

        Assert.Equal("Ελλάδα", Of("html", "windows-1252").Decode("text", bytes, "iso-8859-7"));
        Assert.NotEqual("Ελλάδα", Of("text", "windows-1252").Decode("text", bytes, "iso-8859-7"));
    }

    [Fact]
    public void Decode_MarkOfTheByteOrder_CountsBeforeTheName()
    {
        byte[] bytes = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Words)];

        Assert.Equal(Words, Of("text", "utf-16BE").Decode("text", bytes, null));
        Assert.Equal(Words, Of("text", "utf-8").Decode("text", bytes, null));
        Assert.Equal(Words, Of("text", null).Decode("text", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Words)], null));
    }

    [Theory]
    [InlineData("")]
    [InlineData("geen json")]
    [InlineData("[]")]
    [InlineData("{\"text\":1}")]
    public void Decode_CharsetsThatCannotBeRead_AreNone(string json) =>
        Assert.Equal(Words, new InboundCharsets(json).Decode("text", Encoding.UTF8.GetBytes(Words), null));

    [Property]
    public void Decode_AnyText_ComesBackFromUtf8(string? text, bool named)
    {
        var written = (text ?? "").Replace("\uFEFF", "", StringComparison.Ordinal);
        var valid = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(written));

        Assert.Equal(valid, Of("text", named ? "utf-8" : null).Decode("text", Encoding.UTF8.GetBytes(valid), null));
    }

    [Property]
    public void Decode_AnyBytesUnderAnyName_FailsNever(byte[]? bytes, string? name) =>
        Assert.NotNull(Of("text", name).Decode("text", bytes ?? [], name));

    private static InboundCharsets Of(string field, string? name) =>
        new(name is null ? "" : System.Text.Json.JsonSerializer.Serialize(new Dictionary<string, string> { [field] = name }));
}
