using RegelLoket.Cases;
using RegelLoket.Web;

namespace RegelLoket.Tests.Web;

public sealed class PersonalDataCheckTests
{
    [Theory]
    [InlineData("Bel 06-12345678.", false, "telefoonnummer")]
    [InlineData("Bel 06-12345678.", true, "telefoonnummer")]
    [InlineData("Mail naar jan@voorbeeld.nl.", true, "e-mailadres")]
    [InlineData("Mevrouw Jansen uit Utrecht belde.", false, "naam")]
    public void RefusePersonalData_TextWithSome_NamesItsKind(string text, bool reviewed, string kind)
    {
        var errors = new FieldErrors();

        errors.RefusePersonalData("probleem", text, reviewed);

        Assert.Contains(kind, errors.All["probleem"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Een helpende mag dit niet zelf doen.", false)]
    [InlineData("Mevrouw Jansen uit Utrecht belde.", true)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void RefusePersonalData_TextWithoutOrWithANameThatWasReviewed_Passes(string? text, bool reviewed)
    {
        var errors = new FieldErrors();

        errors.RefusePersonalData("probleem", text, reviewed);

        Assert.False(errors.Any);
    }

    [Theory]
    [InlineData("Zo doet Zorggroep Zuid het.", "Zorggroep Zuid", false, true)]
    [InlineData("Zo doet zorggroep zuid het.", " Zorggroep\nZuid ", true, true)]
    [InlineData("Zo doet Zorggroep Zuidoost het.", "Zorggroep Zuid", false, false)]
    [InlineData("In de thuiszorg mag dit.", "Thuiszorg", false, true)]
    [InlineData("In de thuiszorg mag dit.", "Thuiszorg", true, false)]
    [InlineData("Dit mag (altijd).", "(altijd)", false, true)]
    [InlineData("Dat is zo.", "is", false, false)]
    [InlineData("Dat is zo.", null, false, false)]
    public void RefuseOrganisation_Text_IsRefusedWhereItNamesOne(string text, string? name, bool reviewed, bool refused)
    {
        var errors = new FieldErrors();

        errors.RefuseOrganisation("titel", text, name, reviewed);

        Assert.Equal(refused, errors.Has("titel"));
    }
}
