namespace RegelLoket.Cases.Changes;

/// <summary>
/// The report asks several questions, each of which goes on as a case of its own; this case is the first of them. The
/// texts of all parts belong to this event (<see cref="TextNames.OfPart"/>), so that the other cases can always be made
/// from it.
/// </summary>
public sealed record ReportSplit : CaseChange
{
    /// <summary>The most parts of one report, this case included.</summary>
    public const int MostParts = 5;

    /// <summary>The cases of the second and later parts.</summary>
    public required IReadOnlyList<CaseNumber> Parts { get; init; }

    /// <summary>The day on which the analysis of those cases is due.</summary>
    public required DateOnly DueOn { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state with { Split = new(e.Number, [.. Parts]) };
}
