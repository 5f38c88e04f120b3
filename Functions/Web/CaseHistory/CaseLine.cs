namespace RegelLoket.Web.CaseHistory;

/// <summary>A text or a fact with its label, for people.</summary>
/// <param name="Name">The name of the text in the private blob; null for a fact, which is in the event itself.</param>
/// <param name="Label">The label.</param>
/// <param name="Words">The text; null when it was erased.</param>
public sealed record CaseLine(string? Name, string Label, string? Words)
{
    public string Shown => Words ?? CaseParts.Erased;
}
