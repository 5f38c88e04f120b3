using FsCheck.Xunit;
using RegelLoket.Library;

namespace RegelLoket.Tests.Library;

public sealed class PublishedMatchesTests
{
    [Fact]
    public void Short_LongText_IsCutAtASpace()
    {
        var text = string.Join(' ', Enumerable.Repeat("woorden", 80));

        var cut = PublishedMatches.Short(text);

        Assert.EndsWith("woorden …", cut, StringComparison.Ordinal);
        Assert.InRange(cut.Length, 280, 302);
    }

    [Fact]
    public void Short_LongTextWithoutASpace_IsCutAllTheSame() =>
        Assert.Equal(302, PublishedMatches.Short("https://voorbeeld.nl/" + new string('a', 400)).Length);

    [Property]
    public void Short_AnyText_IsItsBeginning(string? text)
    {
        var whole = string.Concat(Enumerable.Repeat(text ?? "", 40));

        var cut = PublishedMatches.Short(whole);

        Assert.True(whole == cut || whole.StartsWith(cut[..^2], StringComparison.Ordinal));
        Assert.True(cut.Length <= 302);
    }
}
