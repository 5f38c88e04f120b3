using RegelLoket.Web;

namespace RegelLoket.Tests.Web;

public sealed class FormFieldsTests
{
    [Theory]
    [InlineData("watMagJe", "Wat mag je")]
    [InlineData("regel.citeertitel", "Regel citeertitel")]
    [InlineData("vraag-vws", "Vraag vws")]
    [InlineData("titel", "Titel")]
    [InlineData("", "")]
    public void LabelOf_Name_IsItInWords(string name, string expected) => Assert.Equal(expected, FormFields.LabelOf(name));

    [Theory]
    [InlineData(FormFields.Token, true)]
    [InlineData(FormFields.Key, true)]
    [InlineData(FormFields.Version, true)]
    [InlineData(FormFields.Trap, true)]
    [InlineData("bewijs", true)]
    [InlineData("tekst", false)]
    [InlineData(FormFields.Search, false)]
    public void IsOurs_Field_IsTrueForWhatNobodyTypes(string name, bool expected) => Assert.Equal(expected, FormFields.IsOurs(name));
}
