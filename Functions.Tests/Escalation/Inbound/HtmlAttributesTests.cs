using AngleSharp.Html.Parser;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using RegelLoket.Escalation.Inbound;

namespace RegelLoket.Tests.Escalation.Inbound;

/// <summary>A page with a tag of too many attributes is known before a parser sees it, however it is written.</summary>
public sealed class HtmlAttributesTests
{
    private static readonly string TooMany = string.Join(' ', Enumerable.Range(0, HtmlAttributes.Most + 1).Select(i => $"a{i}"));

    [Theory]
    [InlineData("<p {0}>")]
    [InlineData("<p {0}")]
    [InlineData("</p {0}>")]
    [InlineData("<!-- <p {0}> -->")]
    [InlineData("<script><p {0}></script>")]
    [InlineData("<p title=\"<b\" {0}>")]
    [InlineData("<p title='x>' {0}>")]
    [InlineData("<a <b {0}>")]
    [InlineData("<p/{0}>")]
    public void AreTooMany_TagWithMoreThanAParserShouldGet_IsTrue(string page)
    {
        Assert.True(HtmlAttributes.AreTooMany(string.Format(null, page, TooMany)));
        Assert.True(HtmlAttributes.AreTooMany(string.Format(null, page, TooMany.Replace(" ", "=\"x\" ", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Twee < drie en vier > drie")]
    [InlineData("{0}")]
    [InlineData("<p>{0}</p>")]
    [InlineData("<p title=\"{0}\">")]
    [InlineData("< p {0}>")]
    [InlineData("<1 {0}>")]
    public void AreTooMany_WordsThatAreNoAttributes_IsFalse(string page) =>
        Assert.False(HtmlAttributes.AreTooMany(string.Format(null, page, TooMany)));

    [Fact]
    public void AreTooMany_AsManyAsAllowed_IsFalse()
    {
        var most = string.Join(' ', Enumerable.Range(0, HtmlAttributes.Most).Select(i => $"a{i}"));

        Assert.False(HtmlAttributes.AreTooMany($"<p {most}>"));
        Assert.False(HtmlAttributes.AreTooMany(string.Concat(Enumerable.Repeat($"<p {most}></p>", 5))));
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(OddHtml)])]
    public void AreTooMany_WhateverStandsAround_IsNeverLessThanTheParserFinds(string before, string after)
    {
        var page = $"{before}<p {TooMany}{after}";
        var most = new HtmlParser().ParseDocument(page).All.Max(element => element.Attributes.Length);

        Assert.True(most <= HtmlAttributes.Most || HtmlAttributes.AreTooMany(page), page[..Math.Min(page.Length, 80)]);
    }

    private static class OddHtml
    {
        public static Arbitrary<string> Text() => Gen.Elements("<", ">", "/", "\"", "'", "=", " ", "a", "!--", "-->", "<p ", "<script>",
            "</script>", "<textarea>", "&lt;", "\n", "<!", "<?", "]]>").ListOf().Select(string.Concat).ToArbitrary();
    }
}
