using System.Collections;

namespace RegelLoket.Language.PersonalData;

/// <summary>A list of findings that do not overlap; the first one at a place is kept.</summary>
/// <param name="length">The length of the text.</param>
internal sealed class FindingList(int length)
{
    private readonly BitArray taken = new(length);
    private readonly List<PersonalDataFinding> findings = [];

    public IReadOnlyList<PersonalDataFinding> All => findings;

    /// <summary>Whether a finding overlaps one in the list.</summary>
    public bool Overlaps(PersonalDataFinding finding) =>
        Enumerable.Range(finding.Begin, finding.End - finding.Begin).Any(at => taken[at]);

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
