using RegelLoket.Cases;

namespace RegelLoket.ContextAnalysis.Suggestions;

/// <summary>
/// The words of a report for a suggestion, by the names of <see cref="ReportFields"/>. Equal when the words are equal.
/// </summary>
public sealed class ReportText : IEquatable<ReportText>
{
    private static readonly IReadOnlyList<ReportField> Read = [.. ReportFields.Texts.Where(field => field.Weight > 0)];

    private readonly Dictionary<string, string> texts = [];

    /// <summary>The branche that the reporter chose, if any; a suggested branche does not override it.</summary>
    public Branche? Branche { get; init; }

    /// <summary>Returns the text of a field; empty when it was left out.</summary>
    public string this[string field]
    {
        get => texts.GetValueOrDefault(field, "");
        init => texts[field] = value;
    }

    /// <summary>Returns the fields that count, with their texts from <paramref name="text"/>.</summary>
    public static ReportText Of(Func<ReportField, string> text, Branche? branche)
    {
        var report = new ReportText { Branche = branche };
        foreach (var field in Read)
        {
            report.texts[field.Name] = text(field);
        }

        return report;
    }

    public bool Equals(ReportText? other) =>
        other is not null && Branche == other.Branche && Read.All(field => this[field.Name] == other[field.Name]);

    public override bool Equals(object? obj) => Equals(obj as ReportText);

    public override int GetHashCode() =>
        Read.Aggregate(HashCode.Combine(Branche), (hash, field) => HashCode.Combine(hash, this[field.Name]));

    internal IEnumerable<(string Field, string Text, double Weight)> Fields() =>
        Read.Select(field => (field.Name, this[field.Name], field.Weight));
}
