using System.Net;

namespace RegelLoket.Tests.Web;

/// <summary>
/// Two people who write the same text: the first saves, the second sees both side by side, and may then replace the other knowingly.
/// </summary>
internal static class TwoWriters
{
    public const string Mine = "Dit schreef ik zelf, met zorg.";
    public const string Theirs = "Dit schreef de ander intussen.";

    /// <summary>Two colleagues at one page, of whom the one with <paramref name="role"/> comes second.</summary>
    public static async Task AssertSideBySideAsync(
        AppFixture app, string role, string page, string action, Func<string, (string, string)[]> typed)
    {
        using var visitor = new FormVisitor(app, role);
        using var other = new FormVisitor(app, "coordinator");
        await AssertSideBySideAsync(visitor, other, page, action, typed);
    }

    /// <summary>Two pages that were opened at the same time, perhaps in one browser.</summary>
    public static async Task AssertSideBySideAsync(
        FormVisitor visitor, FormVisitor other, string page, string action, Func<string, (string, string)[]> typed)
    {
        var (opened, openedByOther) = (await visitor.GetAsync(page), await other.GetAsync(page));
        using var saved = await other.SubmitPreviewedAsync(Writing(openedByOther), action, typed(Theirs));

        using var refused = await visitor.SubmitPreviewedAsync(Writing(opened), action, typed(Mine));
        var both = await refused.Content.ReadAsStringAsync();
        using var knowing = await visitor.SubmitPreviewedAsync(Writing(both), action, typed(Mine));

        Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.Conflict, HttpStatusCode.SeeOther],
            [saved.StatusCode, refused.StatusCode, knowing.StatusCode]);
        Assert.All([Mine, Theirs, "Er is een nieuwere tekst"], text => Assert.Contains(text, both, StringComparison.Ordinal));
    }

    /// <summary>The page without the forms above the one that writes a text of a case, which holds the version that was read.</summary>
    private static string Writing(string page) => page.IndexOf("_versie", StringComparison.Ordinal) is >= 0 and var version
        ? page[page.LastIndexOf("<form", version, StringComparison.Ordinal)..] : page;
}
