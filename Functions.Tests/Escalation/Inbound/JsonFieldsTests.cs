using System.Text.Json;
using FsCheck.Xunit;
using RegelLoket.Escalation.Inbound;

namespace RegelLoket.Tests.Escalation.Inbound;

/// <summary>What the mail service sends as JSON is read as far as it can be, since a mail must not be lost over a field.</summary>
public sealed class JsonFieldsTests
{
    [Theory]
    [InlineData("""{"text":"utf-8","html":"cp1252","n":1,"x":null}""", "html=cp1252 text=utf-8")]
    [InlineData("""{"a":"een","a":"twee"}""", "a=twee")]
    [InlineData("{}", "")]
    [InlineData("[]", "")]
    [InlineData("\"tekst\"", "")]
    [InlineData("", "")]
    [InlineData("{\"a\":", "")]
    [InlineData("""{"\ud800":"half","heel":"ja"}""", "heel=ja")]
    public void StringsOf_Json_IsItsTexts(string json, string expected) => Assert.Equal(
        expected,
        string.Join(' ', JsonFields.StringsOf(json).Select(pair => $"{pair.Key}={pair.Value}").Order(StringComparer.Ordinal)));

    [Theory]
    [InlineData("\"tekst\"", "tekst")]
    [InlineData("null", "")]
    [InlineData("12", "12")]
    [InlineData("true", "true")]
    [InlineData("[1, 2]", "[1, 2]")]
    [InlineData("\"half \\ud800\"", "half \\ud800")]
    public void TextOf_AnyValue_IsItsTextOrAsItIsWritten(string json, string expected) =>
        Assert.Equal(expected, JsonFields.TextOf(JsonDocument.Parse(json).RootElement));

    [Property]
    public void MembersOf_AnyText_FailsNever(string? text) => Assert.NotNull(JsonFields.MembersOf(text ?? ""));

    [Property]
    public void StringsOf_WrittenTexts_AreThoseTexts(string? name, string? text)
    {
        var written = new Dictionary<string, string> { [name ?? ""] = text ?? "" };

        Assert.Equal(JsonSerializer.Deserialize<Dictionary<string, string>>(JsonSerializer.Serialize(written)),
            JsonFields.StringsOf(JsonSerializer.Serialize(written)));
    }
}
