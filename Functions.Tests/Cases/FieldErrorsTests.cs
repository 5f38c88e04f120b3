using RegelLoket.Cases;

namespace RegelLoket.Tests.Cases;

public sealed class FieldErrorsTests
{
    private readonly FieldErrors errors = new();

    [Fact]
    public void Text_TooLong_SaysHowLongItMayBeAndIs()
    {
        Assert.Equal("abcd", errors.Text("tekst", " abcd ", "je bericht", 3));

        Assert.Equal("Maak je bericht korter: hoogstens 3 tekens, nu 4.", errors.All["tekst"]);
    }

    [Fact]
    public void Line_WithLineEnds_IsOneLine() => Assert.Equal("een twee", errors.Line("titel", "een\r\ntwee", "de titel", 100));

    [Fact]
    public void EveryField_Wrong_IsNamedAtOnce()
    {
        errors.Text("tekst", " \u0000 ", "je bericht", 10, required: true);
        errors.Slug<Branche>("branche", "bakkerij", "Kies een branche.");
        errors.Slugs<Theme>("themas", ["geluk"], "Kies thema's uit de lijst.");
        errors.Email("email", "iemand");
        errors.Required("reden", "", 10, "Vul de reden in.");

        Assert.Equal(["branche", "email", "reden", "tekst", "themas"], errors.All.Keys.Order());
    }

    [Fact]
    public void EveryField_LeftOutWhereItMay_IsNoFault()
    {
        Assert.Equal("", errors.Text("tekst", null, "je bericht", 10));
        Assert.Null(errors.Slug<Branche>("branche", " ", "Kies een branche."));
        Assert.Empty(errors.Slugs<Theme>("themas", null, "Kies thema's uit de lijst."));
        Assert.Null(errors.Email("email", ""));
        Assert.Null(errors.Optional("reden", " ", 10));

        Assert.False(errors.Any);
    }

    [Fact]
    public void Values_ThatAreRight_ComeBackParsed()
    {
        Assert.Equal(Branche.Kraamzorg, errors.Slug<Branche>("branche", "kraamzorg", ""));
        Assert.Equal([Theme.LevenLangOntwikkelen],
            errors.Slugs<Theme>("themas", ["leven-lang-ontwikkelen", "leven-lang-ontwikkelen"], ""));
        Assert.Equal("a@voorbeeld.nl", errors.Email("email", " a@voorbeeld.nl ")!.Value);
    }

    [Fact]
    public void Add_AnotherFaultOfOneField_KeepsTheFirst()
    {
        errors.Add("titel", "Eerst dit.");
        errors.Add("titel", "Dan dat.");

        Assert.Equal("Eerst dit.", errors.All["titel"]);
    }
}
