using RegelLoket.Notifications;

namespace RegelLoket.Tests.Notifications;

public sealed class LinkDefangerTests
{
    [Theory]
    [InlineData("Kijk op https://evil.example/login?x=1", "Kijk op https[:]//evil[.]example/login?x=1")]
    [InlineData("www.evil.example", "www[.]evil[.]example")]
    [InlineData("mail naar a@evil.example", "mail naar a[at]evil[.]example")]
    [InlineData("javascript:alert(1)", "javascript[:]alert(1)")]
    [InlineData("mailto:a@b.nl", "mailto[:]a[at]b[.]nl")]
    [InlineData("tel:0900123", "tel[:]0900123")]
    [InlineData("evil。example", "evil[.]example")]
    [InlineData("evil.xn--p1ai", "evil[.]xn--p1ai")]
    [InlineData("zie art. 7.2.7 en 10.000 euro, 3:4 uur", "zie art. 7.2.7 en 10.000 euro, 3:4 uur")]
    [InlineData("Let op: dit is een zin. En nog een.", "Let op: dit is een zin. En nog een.")]
    public void Of_Text_HoldsNothingThatAMailProgramMakesALink(string text, string expected) =>
        Assert.Equal(expected, LinkDefanger.Of(text));

    [Fact]
    public void Of_ControlAndDirectionCharacters_AreTakenOut() =>
        Assert.Equal("evil exe\nBcc: x[at]y[.]nl", LinkDefanger.Of("evil\u202E exe\u0000\r\nBcc: x@y.nl\u2066"));

    [Fact]
    public void Of_LongText_IsCut() => Assert.EndsWith("(ingekort)", LinkDefanger.Of(new string('a', 7000)), StringComparison.Ordinal);
}
