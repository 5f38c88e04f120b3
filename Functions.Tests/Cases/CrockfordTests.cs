using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using RegelLoket.Cases;

namespace RegelLoket.Tests.Cases;

public sealed class CrockfordTests
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    [Theory]
    [InlineData("rr-2026 7kq4m", "RR20267KQ4M")]
    [InlineData("RR\u20102026\u20117KQ4M", "RR20267KQ4M")]
    [InlineData("RR\u20132026\u00A07KQ4M\t", "RR20267KQ4M")]
    [InlineData("a_b", "A_B")]
    public void Compact_DashesAndSpaces_AreLeftOut(string typed, string expected) =>
        Assert.Equal(expected, Crockford.Compact(typed, maximumLength: 24));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" - \u2013 ")]
    [InlineData("0123456789012345678901234")]
    public void Compact_NothingLeftOrTooLong_IsNull(string? typed) => Assert.Null(Crockford.Compact(typed, maximumLength: 24));

    [Theory]
    [InlineData("OIL", "011")]
    [InlineData("7KQ4M", "7KQ4M")]
    [InlineData("", "")]
    public void Normalize_LookAlikes_BecomeDigits(string text, string expected) => Assert.Equal(expected, Crockford.Normalize(text));

    [Theory]
    [InlineData("U")]
    [InlineData("a")]
    [InlineData("7KÉ4M")]
    [InlineData("7K.4M")]
    [InlineData("\uFF10")]
    public void Normalize_SignOutsideTheAlphabet_IsNull(string text) => Assert.Null(Crockford.Normalize(text));

    [Property]
    public void Random_OfAnyLength_HasOnlySignsOfTheAlphabet(byte length)
    {
        var text = Crockford.Random(length);

        Assert.Equal(length, text.Length);
        Assert.Equal(text, Crockford.Normalize(text));
    }

    [Property(Arbitrary = [typeof(Codes)])]
    public void CheckCharacter_OneWrongCharacter_IsDetected(string code, NonNegativeInt place, NonNegativeInt other)
    {
        var at = place.Get % code.Length;
        var wrong = Alphabet[other.Get % Alphabet.Length];
        var typed = code[..at] + wrong + code[(at + 1)..];

        Assert.Equal(AreAlike(code[at], wrong), Crockford.CheckCharacter(code) == Crockford.CheckCharacter(typed));
    }

    [Property(Arbitrary = [typeof(Codes)])]
    public void CheckCharacter_TwoSwappedNeighbours_AreDetected(string code, NonNegativeInt place)
    {
        var at = place.Get % (code.Length - 1);
        var typed = code[..at] + code[at + 1] + code[at] + code[(at + 2)..];

        Assert.Equal(AreAlike(code[at], code[at + 1]), Crockford.CheckCharacter(code) == Crockford.CheckCharacter(typed));
    }

    [Theory]
    [InlineData("2026", true)]
    [InlineData("", true)]
    [InlineData("20A6", false)]
    [InlineData("\u0662\u0660", false)]
    public void ContainsOnlyDigits_Text_IsTrueForAsciiDigits(string text, bool expected) =>
        Assert.Equal(expected, text.AsSpan().ContainsOnlyDigits());

    /// <summary>0 and Z differ by 31, which is nothing modulo 31.</summary>
    private static bool AreAlike(char one, char other) =>
        (Alphabet.IndexOf(one, StringComparison.Ordinal) - Alphabet.IndexOf(other, StringComparison.Ordinal)) % 31 == 0;

    private static class Codes
    {
        public static Arbitrary<string> Text() => Gen.Elements(Alphabet.ToCharArray()).ArrayOf(26)
            .Select(signs => new string(signs)).ToArbitrary();
    }
}
