using RegelLoket.Cases;

namespace RegelLoket.Web.CaseHistory;

/// <summary>A text or a fact under its label, as people read it.</summary>
/// <param name="Name">The name of the text in the private blob; null for a fact, which is in the event itself.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Words">What it says; null for a text that was erased.</param>
public sealed record CaseLine(string? Name, string Label, string? Words)
{
    public string Shown => Words ?? CaseParts.Erased;
}

/// <summary>One thing that happened in a case, whole: who, when, what, and all that was written.</summary>
public sealed record CasePart(CaseEvent Event, string Title, IReadOnlyList<CaseLine> Lines)
{
    public IEnumerable<CaseLine> Texts => Lines.Where(line => line.Name is not null);
}

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
