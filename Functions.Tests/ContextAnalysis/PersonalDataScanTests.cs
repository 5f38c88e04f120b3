using RegelLoket.Cases;
using RegelLoket.Language.PersonalData;

namespace RegelLoket.Tests.ContextAnalysis;

public sealed class PersonalDataScanTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("persoonsgegevens/ontwikkel.json")]
    [InlineData("persoonsgegevens/achtergehouden.json")]
    [InlineData("persoonsgegevens/vers.json")]
    [InlineData("persoonsgegevens/vers-2.json")]
    [InlineData("persoonsgegevens/vers-3.json")]
    [InlineData("persoonsgegevens/blind-1.json")]
    [InlineData("persoonsgegevens/blind-2.json")]
    public void Scan_Corpus_FindsWhatIsPlanted(string file)
    {
        var (planted, found, _, _) = Measure(file);

        output.WriteLine($"found {found}/{planted}");
        Assert.True(found >= 0.95 * planted, $"{found} of {planted}");
    }

    [Fact]
    public void Scan_NearMissesOfAllCorpora_RarelyRaiseAnAlarm()
    {
        var parts = new[] { Measure("persoonsgegevens/ontwikkel.json"), Measure("persoonsgegevens/achtergehouden.json"),
            Measure("persoonsgegevens/vers.json"), Measure("persoonsgegevens/vers-2.json"), Measure("persoonsgegevens/vers-3.json"),
            Measure("persoonsgegevens/blind-1.json"), Measure("persoonsgegevens/blind-2.json") };
        var alarms = parts.Sum(part => part.FalseAlarms);
        var misses = parts.Sum(part => part.NearMisses);

        output.WriteLine($"false alarms {alarms}/{misses}");
        Assert.True(alarms <= 0.04 * misses, $"{alarms} of {misses}");
    }

    [Theory]
    [InlineData("999990019", true)]
    [InlineData("123456782", true)]
    [InlineData("123456789", false)]
    [InlineData("000000000", false)]
    public void PassesElevenProof_Number_IsChecked(string digits, bool passes) =>
        Assert.Equal(passes, NumberDetector.PassesElevenProof(digits));

    [Theory]
    [InlineData("NL91ABNA0417164300", true)]
    [InlineData("NL91ABNA0417164301", false)]
    [InlineData("BE68539007547034", true)]
    public void PassesMod97_Iban_IsChecked(string iban, bool passes) => Assert.Equal(passes, NumberDetector.PassesMod97(iban));

    [Theory]
    [InlineData("Elke week vullen wij dezelfde lijst in.", false)]
    [InlineData("Dat duurt lang. Elke zorgmedewerker verliest er tijd mee.", false)]
    [InlineData("Mark-up telt niet mee. Storm en regen ook niet.", false)]
    [InlineData("Ik overleg met Elke de Vries over het rooster.", true)]
    [InlineData("Onze collega Elke kreeg geen antwoord.", true)]
    [InlineData("Elke van de planning weet er meer van.", true)]
    public void Scan_FirstNameThatIsAlsoAWord_IsANameOnlyWhereAPersonIsMeant(string text, bool named) =>
        Assert.Equal(named, PersonalDataScan.Scan(text).Any(finding => finding.Kind == PersonalDataKind.Naam));

    [Theory]
    [InlineData("Vraag maar naar Gebremedhin Tesfay van de nachtploeg.", "Gebremedhin Tesfay")]
    [InlineData("mijn naam is jaswinder singh, ik werk als helpende", "jaswinder singh")]
    [InlineData("ik heet tsegay en ik wil in de zorg werken", "tsegay")]
    [InlineData("De heer Ramkhelawan-Soekhoe vroeg om een indicatie.", "Ramkhelawan-Soekhoe")]
    [InlineData("Mijn moeder, Geertruida Brouwer-van Essen, woont daar.", "Geertruida Brouwer-van Essen")]
    [InlineData("Teamleider K. el Khattabi tekende.", "K. el Khattabi")]
    [InlineData("De verpleegkundige, Abeba Kidane, kreeg een afwijzing.", "Abeba Kidane")]
    [InlineData("mw. wisselink zei dat het mocht", "wisselink")]
    [InlineData("u spreekt met ahmed benali van de thuiszorg", "ahmed benali")]
    [InlineData("W. Tjon A Fat gaf het door.", "W. Tjon A Fat")]
    [InlineData("Haar man Aurelian is chauffeur.", "Aurelian")]
    [InlineData("Ons bestuurslid Ph. Cohen tekende ervoor.", "Ph. Cohen")]
    [InlineData("Ik woon aan de Buorren 12 in Grou.", "Buorren 12")]
    [InlineData("ze woont op 't Zand 15 boven de bakker", "'t Zand 15")]
    [InlineData("Stuur het naar Kerkeland 27, 7061 BZ Terborg.", "Kerkeland 27, 7061 BZ Terborg")]
    [InlineData("Ik sta onder 49063542401 bekend.", "49063542401")]
    [InlineData("nummer 39 060 123 416 staat in het BIG-register", "39 060 123 416")]
    [InlineData("onze bewoonster is van 4 juni 1931", "4 juni 1931")]
    [InlineData("Zij is nierpatiënte en werkt twintig uur.", "nierpatiënte")]
    [InlineData("Mijn zus moet geopereerd worden.", "geopereerd")]
    [InlineData("Onze kok heeft hartklachten.", "hartklachten")]
    public void Scan_FormsThatNoListHolds_FindsThem(string text, string expected) =>
        Assert.Contains(expected, PersonalDataScan.Scan(text).Select(finding => text[finding.Begin..finding.End]));

    [Theory]
    [InlineData("Volgens de Wtza is dat verplicht.")]
    [InlineData("Het Albeda College en Zadkine bieden de opleiding aan.")]
    [InlineData("Sensire, Azora en Careaz willen samen opleiden.")]
    [InlineData("Ik ben verzorgende IG en ik ben het zat.")]
    [InlineData("Ons systeem heet Ons en het werkt niet.")]
    [InlineData("De opleiding heet Verzorgende IG en duurt drie jaar.")]
    [InlineData("Met vriendelijke groet, team Wijkverpleging Noord")]
    [InlineData("Collega Buurtzorg doet het anders.")]
    [InlineData("Een arts uit Aleppo moet drie jaar wachten.")]
    [InlineData("Zowel Zilveren Kruis als CZ weigeren.")]
    [InlineData("Dit is Zorg Anders, een proef in Brabant.")]
    [InlineData("In de ene sector zijn er meer vrije dagen dan in de andere.")]
    [InlineData("Zeven jaar thuis en geen zuster meer.")]
    [InlineData("Ordernummer 49123456789 is nooit geleverd.")]
    [InlineData("De subsidie bedraagt 49.123.456.789 euro.")]
    [InlineData("Wij wonen met 14 bewoners in één huis.")]
    [InlineData("De dienst loopt van 7 uur tot 15 uur.")]
    [InlineData("Bewoners die geopereerd zijn, krijgen extra zorg.")]
    [InlineData("Wij behandelen cliënten met angstklachten.")]
    [InlineData("De aanvraag is behandeld en opgenomen in het dossier.")]
    [InlineData("De Veluwe en de Achterhoek hebben te weinig scholen.")]
    public void Scan_LawsPlacesOrganisationsAndGroups_AreLeftAlone(string text) => Assert.Empty(PersonalDataScan.Scan(text));

    [Fact]
    public void Scan_EmojiBefore_CountsInUtf16Units()
    {
        const string Text = "😀 Bel 06-00000131 nu";

        var finding = Assert.Single(PersonalDataScan.Scan(Text));

        Assert.Equal((7, 18, PersonalDataKind.Telefoon), (finding.Begin, finding.End, finding.Kind));
        Assert.Equal("06-00000131", Text[finding.Begin..finding.End]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n\n ")]
    [InlineData("\u0000\u0001\ud83d")]
    public void Scan_NothingInIt_FindsNothing(string text) => Assert.Empty(PersonalDataScan.Scan(text));

    [Fact]
    public void Scan_LongHostileText_Ends()
    {
        var text = string.Concat(Enumerable.Repeat("Aa van de Bb van der Cc 1234 0 0 0 ", 1900));

        Assert.DoesNotContain(PersonalDataScan.Scan(text), finding => finding.Kind == PersonalDataKind.Bsn);
    }

    [Fact]
    public void Scan_Findings_NeverOverlap()
    {
        var findings = PersonalDataScan.Scan("Mevrouw De Vries (geb. 12-03-1960), Kerkstraat 12, BSN 999990019, "
            + "j.devries@example.nl, heeft dementie.");

        Assert.Equal(
            [PersonalDataKind.Naam, PersonalDataKind.Geboortedatum, PersonalDataKind.Adres, PersonalDataKind.Bsn, PersonalDataKind.Email,
                PersonalDataKind.Gezondheid],
            findings.Select(finding => finding.Kind));
        Assert.All(findings.Zip(findings.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Begin));
    }

    private (int Planted, int Found, int NearMisses, int FalseAlarms) Measure(string file)
    {
        var (planted, found, nearMisses, falseAlarms) = (0, 0, 0, 0);
        foreach (var sample in Samples.Read(file))
        {
            var findings = PersonalDataScan.Scan(sample.Text("tekst"));
            foreach (var item in sample.GetProperty("vondsten").EnumerateArray())
            {
                planted++;
                var isFound = findings.Any(finding => finding.Begin == item.GetProperty("begin")
                    .GetInt32() && finding.End == item.GetProperty("einde").GetInt32()
                    && finding.Kind.Slug() == item.Text("soort"));
                found += isFound ? 1 : 0;
                if (!isFound)
                {
                    output.WriteLine($"missed {item.Text("soort")} '{item.Text("tekst")}' in: {sample.Text("tekst")}");
                }
            }

            foreach (var item in sample.GetProperty("bijnaTreffers").EnumerateArray())
            {
                nearMisses++;
                var isAlarm = findings.Any(finding => finding.Begin < item.GetProperty("einde").GetInt32() && item.GetProperty("begin")
                    .GetInt32() < finding.End);
                falseAlarms += isAlarm ? 1 : 0;
                if (isAlarm)
                {
                    output.WriteLine($"false alarm on '{item.Text("tekst")}' in: {sample.Text("tekst")}");
                }
            }
        }

        return (planted, found, nearMisses, falseAlarms);
    }
}
