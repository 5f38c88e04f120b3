using RegelLoket.Cases;
using RegelLoket.Intake;

namespace RegelLoket.Demo;

/// <summary>A case of the demo while it is told.</summary>
/// <param name="Line">What happens in it.</param>
/// <param name="Sample">Its texts.</param>
/// <param name="Receipt">What its reporter got.</param>
internal sealed record DemoCase(DemoLine Line, DemoSample Sample, Receipt Receipt)
{
    public CaseNumber Number => Receipt.Number;

    /// <summary>Cases that came with it: those that were merged into it, and the other parts of its report.</summary>
    public List<CaseNumber> Beside { get; } = [];

    /// <summary>Its analysis; a sample that was only reported has none.</summary>
    public DemoAnalysis Analysis => Sample.Analysis
        ?? throw new InvalidDataException($"Sample {Sample.Name} has no analysis, so its case cannot become '{Line.Until.Slug()}'.");
}
