using RegelLoket.Cases;

namespace RegelLoket.Web.CaseHistory;

/// <summary>
/// The one list of what a case consists of, from its events. Whoever shows a case - the page, the dossier, the API, the archive, a person's
/// own data - takes its parts from here, so that no view lacks what somebody wrote.
/// </summary>
public static class CaseParts
{
    public const string Erased = "[gewist]";

    /// <summary>All parts, the oldest first.</summary>
    public static IReadOnlyList<CasePart> Of(CaseFile file) => [.. file.Events.Select(e => PartOf(file, e))];

    private static CasePart PartOf(CaseFile file, CaseEvent e) => new(
        e, EventTitles.Of(e.What),
        [
            .. EventFacts.Of(e.What).Select(fact => new CaseLine(null, fact.Label, fact.Value)),
            .. (e.Texts?.Keys ?? []).Where(name => !IsPartOfStatement(name)).OrderBy(TextLabels.PlaceOf)
                .ThenBy(name => name, StringComparer.Ordinal)
                .Select(name => new CaseLine(name, TextLabels.Of(name), file.Text(e.Text(name)))),
        ]);

    /// <summary>The parts of a problem statement are in its text, which is whole.</summary>
    private static bool IsPartOfStatement(string name) => name.StartsWith($"{TextNames.Statement}.", StringComparison.Ordinal);
}
