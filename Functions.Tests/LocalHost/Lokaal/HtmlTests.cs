using FsCheck.Xunit;
using LocalHost.Lokaal.Pages;

namespace RegelLoket.Tests.LocalHost.Lokaal;

/// <summary>No value that comes from outside becomes HTML on the local pages.</summary>
public sealed class HtmlTests
{
    [Fact]
    public void Of_Values_AreEncodedAndHtmlIsNot()
    {
        var item = Html.Of($"<li>{"<b>&\"'"}</li>");

        Assert.Equal("<ul><li>&lt;b&gt;&amp;&quot;&#x27;</li><li>&lt;b&gt;&amp;&quot;&#x27;</li></ul>",
            Html.Of($"<ul>{new[] { item, item }}</ul>").ToString());
        Assert.Equal("<p></p>", Html.Of($"<p>{Html.Empty}{(string?)null}</p>").ToString());
    }

    [Fact]
    public void Of_NumbersAndMoments_AreTheSameInEveryLanguage() => Assert.Equal(
        "1.5 2026-11-30", Html.Of($"{1.5m} {new DateTime(2026, 11, 30):yyyy-MM-dd}").ToString());

    [Property]
    public void Of_AnyText_OpensNoTagAndEndsNoAttribute(string? text)
    {
        var written = Html.Of($"{text}").ToString();

        Assert.DoesNotContain('<', written);
        Assert.DoesNotContain('>', written);
        Assert.DoesNotContain('"', written);
        Assert.DoesNotContain('\'', written);
    }
}
