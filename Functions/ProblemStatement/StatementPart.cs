using RegelLoket.Cases;

namespace RegelLoket.ProblemStatement;

/// <summary>One part of a problem statement.</summary>
/// <param name="Key">The name in the API and in the form.</param>
/// <param name="Title">The heading.</param>
/// <param name="Help">The description of its content.</param>
public sealed record StatementPart(string Key, string Title, string Help)
{
    /// <summary>The name of its text in the private blob.</summary>
    public string TextName => $"{TextNames.Statement}.{Key}";
}
