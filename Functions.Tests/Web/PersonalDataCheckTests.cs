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
}
