using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using RegelLoket.Language.PersonalData;

namespace RegelLoket.Tests.Language;

/// <summary>Names of persons, by what announces them; and what looks like a name and is none.</summary>
public sealed class NameDetectorTests
{
    [Theory]
    [InlineData("Ik sprak mevrouw De Vries gisteren.", "De Vries")]
    [InlineData("Dhr. Van den Berg belde.", "Van den Berg")]
    [InlineData("mw. jansen gaf het door", "jansen")]
    public void Find_AfterAFormOfAddress_IsTheSurname(string text, string name) => Assert.Equal([name], Names(text));

    [Theory]
    [InlineData("Ik heet Jaswinder en werk hier.", "Jaswinder")]
    [InlineData("mijn naam is fatima el amrani", "fatima el amrani")]
    [InlineData("Vraag naar Gebremedhin Tesfay.", "Gebremedhin Tesfay")]
    [InlineData("Met vriendelijke groet, Piet Jansen", "Piet Jansen")]
    [InlineData("t.a.v. Karin Smit", "Karin Smit")]
    public void Find_Introduced_IsTheNameWithItsSurname(string text, string name) => Assert.Equal([name], Names(text));

    [Theory]
    [InlineData("Teamleider K. el Khattabi tekende.", "K. el Khattabi")]
    [InlineData("A.B. Smit is onze arts.", "A.B. Smit")]
    public void Find_Initials_BelongToTheSurname(string text, string name) => Assert.Equal([name], Names(text));

    [Theory]
    [InlineData("Jan Jansen van de afdeling belde.", "Jan Jansen")]
    [InlineData("Mijn collega Fatima wil dit ook.", "Fatima")]
    [InlineData("De verpleegkundige, Abeba Kidane, kreeg een brief.", "Abeba Kidane")]
    public void Find_FirstNameOrRole_IsAPerson(string text, string name) => Assert.Equal([name], Names(text));

    [Theory]
    [InlineData("De Wet Van Rijn geldt niet meer.")]
    [InlineData("Stichting Jan Jansen helpt ons.")]
    [InlineData("Het Albeda College biedt de opleiding aan.")]
    [InlineData("Ons systeem heet Ons.")]
    [InlineData("Niveau A. Daarna niveau B.")]
    [InlineData("Het UWV en de NZa zeggen nee.")]
    [InlineData("Op maandag in Den Haag overlegden we.")]
    [InlineData("De helpende mag niet prikken.")]
    public void Find_LawOrganisationPlaceOrWord_IsNoName(string text) => Assert.Empty(Names(text));

    [Theory]
    [InlineData("Wij overlegden met Xandria Qorvalis.", "xandria.qorvalis", true)]
    [InlineData("Xandria Qorvalis", "", false)]
    public void Find_UnknownWords_AreANameWhereAnAddressHasThem(string text, string addressed, bool isName) =>
        Assert.Equal(isName, Names(text, addressed).Count > 0);

    [Property(MaxTest = 400, Arbitrary = [typeof(AlmostANote)])]
    public void Find_AnyNote_GivesPiecesOfItInOrderAndApart(string text)
    {
        var findings = NameDetector.Find(new ScannedText(text), addressed: "");

        Assert.All(findings, finding => Assert.InRange(finding.Begin, 0, finding.End - 1));
        Assert.All(findings, finding => Assert.True(finding.End <= text.Length));
        Assert.All(findings.Zip(findings.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Begin));
        Assert.All(findings, finding => Assert.Contains(text[finding.Begin..finding.End], char.IsLetter));
    }

    private static List<string> Names(string text, string addressed = "") =>
        [.. NameDetector.Find(new ScannedText(text), addressed).Select(finding => text[finding.Begin..finding.End])];

    /// <summary>Pieces of which notes about people consist, in any order.</summary>
    private static class AlmostANote
    {
        private static readonly string[] Pieces =
            ["Jan", "Jansen", "de", "van", "mevrouw", "Mw.", "J.", "A.B.", "collega", "heet", "is", "met", "naar", ". ", ", ", "\n", " ",
                " ", " ", "Wet", "Stichting", "Utrecht", "Ik", "fatima", "El", "'t", "-", "(", "arts", "zegt", "Xq", "ß", "😀"];

        public static Arbitrary<string> Text() =>
            Gen.Elements(Pieces).ArrayOf(14).Select(pieces => string.Concat(pieces)).ToArbitrary();
    }
}
