using RegelLoket.Workbench;

namespace RegelLoket.Tests.Workbench;

public sealed class CaseCsvTests
{
    [Theory]
    [InlineData("=SOM(A1:A9)")]
    [InlineData("+31612345678")]
    [InlineData("-1")]
    [InlineData("@cmd")]
    [InlineData("\tx")]
    [InlineData("\rx")]
    [InlineData("\nx")]
    [InlineData("\0x")]
    public void Harmless_ValueThatCalculates_GetsAnApostrophe(string value) => Assert.Equal($"'{value}", CaseCsv.Harmless(value));

    [Theory]
    [InlineData("")]
    [InlineData("Helpende mag geen insuline prikken")]
    [InlineData("1 = 1")]
    public void Harmless_PlainValue_StaysAsItIs(string value) => Assert.Equal(value, CaseCsv.Harmless(value));
}
