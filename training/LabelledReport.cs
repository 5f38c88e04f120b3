using RegelLoket.ContextAnalysis.Owners;
using RegelLoket.ContextAnalysis.Suggestions;

namespace Training;

/// <summary>A report with the owners of its rules, from the corpus or from a sample set.</summary>
internal sealed record LabelledReport
{
    public required string Set { get; init; }

    public required ReportText Text { get; init; }

    /// <summary>The owners as bits; 0 where it is none of the three.</summary>
    public required int Owners { get; init; }

    /// <summary>Nobody could tell: counted nowhere, and nothing is learned from it.</summary>
    public bool Unknown { get; init; }

    /// <summary>What it is about; reports that share a subject are left out together.</summary>
    public required IReadOnlyList<string> Subjects { get; init; }

    /// <summary>The owners in the order of the text, where it tells of several problems.</summary>
    public IReadOnlyList<int> Parts { get; init; } = [];

    public required IReadOnlyList<ReportClause> Clauses { get; init; }

    public required IReadOnlyCollection<string> Cues { get; init; }

    public bool TellsSeveral => Parts.Distinct().Count() > 1;

    /// <summary>The owners with somebody else as the eighth bit.</summary>
    public int Labels => TellsSeveral ? Parts.Aggregate(0, (bits, part) => bits | 1 << part) : Owners == 0 ? 8 : Owners;
}
