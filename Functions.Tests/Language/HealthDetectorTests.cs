using RegelLoket.Language.PersonalData;

namespace RegelLoket.Tests.Language;

/// <summary>What is wrong with one person is personal; what a sector works with is not.</summary>
public sealed class HealthDetectorTests
{
    [Theory]
    [InlineData("Mijn collega heeft diabetes.")]
    [InlineData("Zij kreeg een herseninfarct.")]
    [InlineData("Mevrouw is opgenomen na een depressie.")]
    [InlineData("Ik heb zelf epilepsie.")]
    public void Scan_IllnessOfOnePerson_IsFound(string text) => Assert.Contains(PersonalDataKind.Gezondheid, Kinds(text));

    [Theory]
    [InlineData("Wij werken met bewoners met dementie.")]
    [InlineData("De zorg voor mensen met diabetes is duur.")]
    [InlineData("De diabetesverpleegkundige mag dit niet.")]
    [InlineData("Insuline spuiten is een voorbehouden handeling.")]
    public void Scan_SubjectOfTheSector_IsLeftAlone(string text) => Assert.DoesNotContain(PersonalDataKind.Gezondheid, Kinds(text));

    [Theory]
    [InlineData("Jan Jansen van de afdeling belde.", "Jan Jansen")]
    [InlineData("Ik sprak met mevrouw De Vries.", "De Vries")]
    [InlineData("Mijn collega Fatima wil dit ook.", "Fatima")]
    public void Scan_NameOfAPerson_IsFound(string text, string name) => Assert.Contains(
        PersonalDataScan.Scan(text), finding => finding.Kind == PersonalDataKind.Naam
            && text[finding.Begin..finding.End].Contains(name, StringComparison.Ordinal));

    [Theory]
    [InlineData("De Wet BIG en de Wlz gelden hier.")]
    [InlineData("Het UWV en de gemeente Utrecht zeggen nee.")]
    [InlineData("Op maandag in Den Haag overlegden we.")]
    public void Scan_NameOfSomethingElse_IsLeftAlone(string text) => Assert.DoesNotContain(PersonalDataKind.Naam, Kinds(text));

    private static IEnumerable<PersonalDataKind> Kinds(string text) => PersonalDataScan.Scan(text).Select(finding => finding.Kind);
}
