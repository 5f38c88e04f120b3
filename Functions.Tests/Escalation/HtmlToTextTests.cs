using RegelLoket.Escalation;

namespace RegelLoket.Tests.Escalation;

public sealed class HtmlToTextTests
{
    [Theory]
    [InlineData("<p>Het kan al.</p><p>Zie art. 3 &amp; 4.</p>", "Het kan al.\nZie art. 3 & 4.")]
    [InlineData("<html><head><style>p{color:red}</style></head><body>Ja<br>hoor<script>alert(1)</script></body></html>", "Ja\nhoor")]
    [InlineData("<div>Nieuw</div><blockquote>Wil je reageren?<blockquote>ouder</blockquote></blockquote>", "Nieuw")]
    [InlineData("&lt;script&gt;alert(1)&lt;/script&gt;", "<script>alert(1)</script>")]
    [InlineData("<p>Open <b", "Open <b")]
    [InlineData("", "")]
    public void Of_HtmlOnly_GivesTheNewWords(string html, string expected) => Assert.Equal(expected, HtmlToText.Of(html));
}
