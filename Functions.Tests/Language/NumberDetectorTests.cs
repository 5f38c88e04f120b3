using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using RegelLoket.Language.PersonalData;

namespace RegelLoket.Tests.Language;

/// <summary>Numbers with a check digit are found for certain: every right one, and no other by its digits alone.</summary>
public sealed class NumberDetectorTests
{
    [Theory]
    [InlineData("111222333", true)]
    [InlineData("123456782", true)]
    [InlineData("11122233", false)]
    [InlineData("010000005", false)]
    [InlineData("123456789", false)]
    [InlineData("000000000", false)]
    public void PassesElevenProof_Digits_GoesByTheProof(string digits, bool expected) =>
        Assert.Equal(expected, NumberDetector.PassesElevenProof(digits));

    [Property]
    public void PassesElevenProof_OneWrongDigit_IsDetected(PositiveInt seed, byte place, byte other)
    {
        var right = ServiceNumber(seed.Get);
        var at = place % right.Length;
        var digit = (char)('0' + (other % 10));
        var wrong = right[..at] + digit + right[(at + 1)..];

        Assert.True(NumberDetector.PassesElevenProof(right));
        Assert.Equal(right == wrong, NumberDetector.PassesElevenProof(wrong));
    }

    [Property]
    public void Find_ServiceNumberInASentence_IsFoundAtItsPlace(PositiveInt seed)
    {
        var number = ServiceNumber(seed.Get);
        var text = $"Haar bsn is {number}, zei ze.";

        var finding = Assert.Single(NumberDetector.Find(text), found => found.Kind == PersonalDataKind.Bsn);

        Assert.Equal(number, text[finding.Begin..finding.End]);
    }

    [Theory]
    [InlineData("NL91ABNA0417164300", true)]
    [InlineData("nl91abna0417164300", true)]
    [InlineData("BE68539007547034", true)]
    [InlineData("NL92ABNA0417164300", false)]
    [InlineData("NL91ABNA0417164301", false)]
    public void PassesMod97_Account_GoesByItsCheckDigits(string iban, bool expected) =>
        Assert.Equal(expected, NumberDetector.PassesMod97(iban));

    [Theory]
    [InlineData("Maak het over op NL91 ABNA 0417 1643 00.", "NL91 ABNA 0417 1643 00")]
    [InlineData("Rekening NL91ABNA0417164300, op naam van de stichting", "NL91ABNA0417164300")]
    [InlineData("Maak het over op NL92 ABNA 0417 1643 00.", null)]
    public void Find_Account_IsFoundWhenItsCheckDigitsAreRight(string text, string? expected) =>
        Assert.Equal(expected, Found(text, PersonalDataKind.Iban));

    [Theory]
    [InlineData("Bel 06-12345678 na vijven.", "06-12345678")]
    [InlineData("Bel +31 6 12 34 56 78.", "+31 6 12 34 56 78")]
    [InlineData("Bel 030 - 123 45 67.", "030 - 123 45 67")]
    [InlineData("Bel 0800-1234567.", null)]
    [InlineData("Bel de receptie op 030-1234567.", null)]
    [InlineData("Ordernummer 0612345678 is weg.", null)]
    [InlineData("Het kost 0612345 euro.", null)]
    public void Find_Telephone_IsFoundUnlessItIsNobodys(string text, string? expected) =>
        Assert.Equal(expected, Found(text, PersonalDataKind.Telefoon));

    [Theory]
    [InlineData("Mijn BIG-nummer is 19012345601.", "19012345601")]
    [InlineData("Ik ben verpleegkundige, 49012345601.", "49012345601")]
    [InlineData("Factuur 49012345601 is betaald.", null)]
    [InlineData("Het getal 12345678901 zegt niets.", null)]
    public void Find_ElevenDigits_AreABigNumberByFormOrContext(string text, string? expected) =>
        Assert.Equal(expected, Found(text, PersonalDataKind.BigNummer));

    [Property(Arbitrary = [typeof(Digits)])]
    public void Find_AnyDigits_FindsNothingTwice(string text)
    {
        var findings = NumberDetector.Find(text).OrderBy(finding => finding.Begin).ToList();

        Assert.All(findings, finding => Assert.True(finding.Begin >= 0 && finding.Begin < finding.End && finding.End <= text.Length));
        Assert.All(findings.Zip(findings.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Begin));
    }

    private static string? Found(string text, PersonalDataKind kind) => NumberDetector.Find(text)
        .Where(finding => finding.Kind == kind).Select(finding => text[finding.Begin..finding.End]).SingleOrDefault();

    /// <summary>A number of nine digits that passes the proof.</summary>
    private static string ServiceNumber(int seed)
    {
        for (var first = 10_000_000 + (seed % 80_000_000); ; first++)
        {
            var digits = first.ToString(CultureInfo.InvariantCulture);
            var rest = digits.Select((digit, i) => (digit - '0') * (9 - i)).Sum() % 11;
            if (rest < 10)
            {
                return digits + rest.ToString(CultureInfo.InvariantCulture);
            }
        }
    }

    private static class Digits
    {
        public static Arbitrary<string> Text() => Gen.Elements("06", "0612345678", "111222333", " ", "-", ".", "+31", "NL91ABNA0417164300",
            "bsn ", "big ", "12", "0", "a@b.nl", "order ").ListOf().Select(string.Concat).ToArbitrary();
    }
}
