using System.Globalization;
using System.Text;

namespace RegelLoket.Cases;

/// <summary>
/// The lasting name of a law or another rule, which is the last part of the address of its page: its id in the
/// Basiswettenbestand, such as <c>BWBR0004045</c>, or for a rule without one its citation title in small letters and
/// hyphens, such as <c>cao-vvt</c>.
/// </summary>
public static class LawId
{
    private const int Longest = 80;

    /// <summary>Returns the name of a rule; null when its title has no letter or digit.</summary>
    public static string? Of(RuleReference rule) => Of(rule.BwbId, rule.CitationTitle);

    /// <inheritdoc cref="Of(RuleReference)"/>
    public static string? Of(string? bwbId, string citationTitle) =>
        IsBwbId(bwbId) ? bwbId!.ToUpperInvariant() : Slug(citationTitle) is { Length: > 0 } slug ? slug : null;

    /// <summary>Returns the name as it is written in addresses: an id of the Basiswettenbestand in capitals.</summary>
    public static string Canonical(string id) => IsBwbId(id) ? id.ToUpperInvariant() : id.ToLowerInvariant();

    /// <summary>Whether an id has the form of one in the Basiswettenbestand.</summary>
    public static bool IsBwbId(string? id) =>
        id?.StartsWith("BWB", StringComparison.OrdinalIgnoreCase) == true && id.Length is > 4 and <= 20
            && id.All(char.IsAsciiLetterOrDigit);

    /// <summary>Returns the address of a law's text, or of an article of it; null without an id of the Basiswettenbestand.</summary>
    /// <param name="bwbId">The id.</param>
    /// <param name="article">The number of the article, such as <c>76a</c>; null for the whole law.</param>
    public static Uri? SourceOf(string? bwbId, string? article = null) => !IsBwbId(bwbId) ? null
        : new Uri("https://wetten.overheid.nl/"
            + (article is null ? Canonical(bwbId!) : $"jci1.3:c:{Canonical(bwbId!)}&artikel={article}"));

    private static string Slug(string title)
    {
        var slug = new StringBuilder();
        foreach (var sign in UnicodeText.Normalized(title, NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(sign))
            {
                slug.Append(sign);
            }
            else if (slug.Length > 0 && slug[^1] != '-'
                && CharUnicodeInfo.GetUnicodeCategory(sign) != UnicodeCategory.NonSpacingMark)
            {
                slug.Append('-');
            }
        }

        return slug.ToString(0, Math.Min(slug.Length, Longest)).Trim('-');
    }
}
