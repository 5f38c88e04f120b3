using System.Text;
using RegelLoket.Cases;
using RegelLoket.Language;
using RegelLoket.Library.Editing;

namespace RegelLoket.Tests.Cases;

/// <summary>Whatever anybody sends becomes text that can be stored; nothing of it makes the app throw.</summary>
public sealed class TextSanitizerTests
{
    /// <summary>What the platform refuses to normalise, and their like: they come in as valid UTF-8, or from half a text.</summary>
    public static TheoryData<int> Refused => [0xFFFE, 0xFFFF, 0xFDD0, 0xFDEF, 0x1FFFE, 0x10FFFF, 0xD800, 0xDC00];

    [Theory]
    [MemberData(nameof(Refused))]
    public void Clean_WhatIsNoText_IsLeftOutOrReplaced(int code)
    {
        var sign = SignOf(code);
        var expected = $"een{LeftOf(code)} twee";

        Assert.Equal(expected, TextSanitizer.Clean($"een{sign} twee"));
        Assert.Equal(expected, TextSanitizer.CleanLine($"een{sign}\ntwee"));
        Assert.Equal(expected, UnicodeText.Normalized($"een{sign} twee", NormalizationForm.FormKC));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void Readers_OfWhatIsNoText_AllAnswer(int code)
    {
        var sign = SignOf(code);
        _ = EmailAddress.TryParse($"ans{sign}@voorbeeld.nl", out _);
        Assert.True(Actor.IsSameName($"Ans {sign} Analist", $"ans{LeftOf(code)}analist"));
        Assert.Contains("voorbeeld", Tokenizer.Tokenize($"{sign}een{sign} voorbeeld").Select(token => token.Word));
        Assert.Contains("voorbeeld", SearchForm.Of($"{sign}een{sign} voorbeeld"), StringComparison.Ordinal);
        Assert.StartsWith("een-titel", EditorialService.IdOf($"Een titel{sign}"), StringComparison.Ordinal);
    }

    [Fact]
    public void Clean_LettersOfEveryPlane_AreKeptInOneForm() =>
        Assert.Equal("é 😀", TextSanitizer.Clean(" e\u0301 😀 \uFDD0"));

    [Theory]
    [InlineData(" \u200B ")]
    [InlineData("\u2060\u00AD\u200D")]
    [InlineData("\u034F\uFE0F")]
    [InlineData("\u2800\u3164")]
    public void Clean_NothingThatCanBeSeen_IsEmpty(string text)
    {
        var errors = new FieldErrors();

        Assert.Equal("", TextSanitizer.Clean(text));
        Assert.Equal("", errors.Text("tekst", text, "je antwoord", 10, required: true));
        Assert.True(errors.Has("tekst"));
        Assert.Equal($"a{text}b", TextSanitizer.Clean($"a{text}b"));
        Assert.Equal("?", TextSanitizer.Clean(text + "?").Trim(text.ToCharArray()));
        Assert.Equal("👍🏽", TextSanitizer.Clean("👍🏽"));
    }

    /// <summary>The words of a text, which the tokenizer cuts out of it, hold letters and digits alone.</summary>
    [Fact]
    public void Normalize_OfThePlatform_IsCalledInOnePlace()
    {
        var calling = Directory.EnumerateFiles(Path.Combine(AzuriteFixture.Checkout, "Functions"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && File.ReadAllText(file).Contains(".Normalize(", StringComparison.Ordinal)
                && !File.ReadAllText(file).Contains("Crockford.Normalize(", StringComparison.Ordinal)).Select(Path.GetFileName);

        Assert.Equal(["Tokenizer.cs", "UnicodeText.cs"], calling.Order(StringComparer.Ordinal));
    }

    private static string SignOf(int code) => code > char.MaxValue ? char.ConvertFromUtf32(code) : ((char)code).ToString();

    /// <summary>Half a pair is replaced, so that it is seen that something was there; what is no character is left out.</summary>
    private static string LeftOf(int code) => code is >= 0xD800 and <= 0xDFFF ? "\uFFFD" : "";
}
