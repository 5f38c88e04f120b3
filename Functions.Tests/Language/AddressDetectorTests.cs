using RegelLoket.Language.PersonalData;

namespace RegelLoket.Tests.Language;

/// <summary>Where a person lives is found; where an organisation is, and what only looks like a street, is not.</summary>
public sealed class AddressDetectorTests
{
    [Theory]
    [InlineData("Zij woont aan de Dorpsstraat 12 in Assen.", "Dorpsstraat 12 in Assen")]
    [InlineData("Haar adres is Lange Voorhout 8a.", "Lange Voorhout 8a")]
    [InlineData("Stuur het naar Kerkplein 3, 1234 AB Utrecht.", "Kerkplein 3, 1234 AB")]
    [InlineData("Mijn postcode is 1234 AB, nummer 5.", "1234 AB, nummer 5")]
    [InlineData("Hij woont op het erf 7 van zijn vader.", "het erf 7")]
    public void Find_AddressOfAPerson_IsFound(string text, string expected) =>
        Assert.Contains(Found(text), found => found.StartsWith(expected, StringComparison.Ordinal));

    [Theory]
    [InlineData("Onze locatie aan de Dorpsstraat 12 sluit.")]
    [InlineData("Het verpleeghuis, Kerkplein 3, heeft veertig bewoners.")]
    [InlineData("Op de afdeling werken 12 mensen.")]
    [InlineData("Artikel 35 van de wet, lid 2.")]
    [InlineData("Wij rijden de Rijksweg 4 keer per dag.")]
    [InlineData("In 2026 SS kwam er niets.")]
    public void Find_AnythingElse_IsLeftAlone(string text) => Assert.Empty(Found(text));

    [Fact]
    public void Find_AddressOfAnOrganisationWhereAPersonIsNamed_IsThatPersons()
    {
        const string Text = "Locatie Zuid: Jan Jansen, Dorpsstraat 12.";

        Assert.Empty(Found(Text));
        Assert.NotEmpty(Found(Text, new PersonalDataFinding(14, 24, PersonalDataKind.Naam)));
    }

    private static List<string> Found(string text, params PersonalDataFinding[] names) =>
        [.. AddressDetector.Find(text, names).Select(finding => text[finding.Begin..finding.End])];
}
