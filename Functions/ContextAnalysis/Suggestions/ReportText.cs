using RegelLoket.Cases;

namespace RegelLoket.ContextAnalysis.Suggestions;

/// <summary>The words of a report that a suggestion reads; the names of the fields are those of the API.</summary>
public sealed record ReportText
{
    /// <summary><c>titel</c></summary>
    public string Title { get; init; } = "";

    /// <summary><c>omschrijving</c>: what the reporter wants to do.</summary>
    public string Description { get; init; } = "";

    /// <summary><c>belemmering</c>: what stops them.</summary>
    public string Obstacle { get; init; } = "";

    /// <summary><c>geprobeerd</c></summary>
    public string Tried { get; init; } = "";

    /// <summary><c>wens</c></summary>
    public string Wish { get; init; } = "";

    /// <summary><c>vermoedelijkeRegel</c></summary>
    public string SuspectedRule { get; init; } = "";

    /// <summary><c>gevolgen</c></summary>
    public string Consequences { get; init; } = "";

    /// <summary>The branche that the reporter chose, if any; the suggestion of a branche does not overrule it.</summary>
    public Branche? Branche { get; init; }

    internal IEnumerable<(string Field, string Text, double Weight)> Fields() =>
    [
        ("titel", Title, 1.2), ("omschrijving", Description, 1.0), ("belemmering", Obstacle, 1.2),
        ("vermoedelijkeRegel", SuspectedRule, 1.2),
        ("wens", Wish, 0.7), ("geprobeerd", Tried, 0.5), ("gevolgen", Consequences, 0.5),
    ];
}
