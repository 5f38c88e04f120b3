using System.Collections;

namespace RegelLoket.Language.PersonalData;

/// <summary>Findings of which no two overlap, however many there are; the first one at a place stays.</summary>
/// <param name="length">The length of the text.</param>
internal sealed class FindingList(int length)
{
    private readonly BitArray taken = new(length);
    private readonly List<PersonalDataFinding> findings = [];

    public IReadOnlyList<PersonalDataFinding> All => findings;

    /// <summary>Whether a finding has a place in common with one that is in the list.</summary>
    public bool Overlaps(PersonalDataFinding finding) => Enumerable.Range(finding.Begin, finding.End - finding.Begin).Any(at => taken[at]);

    /// <summary>Adds a finding, unless it overlaps.</summary>
    public void Add(PersonalDataFinding finding)
    {
        if (Overlaps(finding))
        {
            return;
        }

        findings.Add(finding);
        for (var at = finding.Begin; at < finding.End; at++)
        {
            taken[at] = true;
        }
    }
}
