using RegelLoket.Cases;

namespace RegelLoket.Web.CaseHistory;

/// <summary>
/// The parts of a case, made from its events. Every view of a case - the page, the dossier, the API, the archive, a
/// person's own data - uses this list, so that none leaves out a text.
/// </summary>
public static class CaseParts
{
    public const string Erased = "[gewist]";

    /// <summary>Returns all parts, oldest first.</summary>
    public static IReadOnlyList<CasePart> Of(CaseFile file) => [.. file.Events.Select(e => PartOf(file, e))];

    private static CasePart PartOf(CaseFile file, CaseEvent e) => new(
        e, EventTitles.Of(e.What),
        [
            .. EventFacts.Of(e).Select(fact => new CaseLine(null, fact.Label, fact.Value)),
            .. (e.Texts?.Keys ?? []).Where(name => !IsPartOfStatement(name)).OrderBy(TextLabels.PlaceOf)
                .ThenBy(name => name, StringComparer.Ordinal)
                .Select(name => new CaseLine(name, TextLabels.Of(name), file.Text(e.Text(name)))),
        ]);

    /// <summary>Whether a text is a part of a problem statement, which is already in its whole text.</summary>
    private static bool IsPartOfStatement(string name) => name.StartsWith($"{TextNames.Statement}.", StringComparison.Ordinal);
}
