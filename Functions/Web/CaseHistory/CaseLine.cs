namespace RegelLoket.Web.CaseHistory;

/// <summary>A text or a fact under its label, as people read it.</summary>
/// <param name="Name">The name of the text in the private blob; null for a fact, which is in the event itself.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Words">What it says; null for a text that was erased.</param>
public sealed record CaseLine(string? Name, string Label, string? Words)
{
    public string Shown => Words ?? CaseParts.Erased;
}
