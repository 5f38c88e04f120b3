namespace RegelLoket.Language.PersonalData;

/// <summary>
/// Points out personal data in a Dutch text: numbers by their check digits, the rest by form and by the words around it. It stores and
/// logs nothing, and it
/// does not prove a text to be free of personal data.
/// </summary>
public static class PersonalDataScan
{
    /// <summary>In the order of the text; no two findings overlap.</summary>
    public static IReadOnlyList<PersonalDataFinding> Scan(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var numbers = NumberDetector.Find(text).ToList();
        var addresses = AddressDetector.Find(text).ToList();
        var addressed = numbers.Where(finding => finding.Kind == PersonalDataKind.Email)
            .Select(finding => text[finding.Begin..text.IndexOf('@', finding.Begin)].ToLowerInvariant()).ToList();
        var names = NameDetector.Find(text, addressed).Where(name => !Overlaps(name, numbers) && !Overlaps(name, addresses)).ToList();
        var birthDates = BirthDateDetector.Find(text, names).ToList();
        var health = HealthDetector.Find(text, names);
        var findings = new List<PersonalDataFinding>();
        foreach (var finding in numbers.Concat(birthDates).Concat(addresses).Concat(names).Concat(health))
        {
            if (!Overlaps(finding, findings))
            {
                findings.Add(finding);
            }
        }

        return [.. findings.OrderBy(finding => finding.Begin)];
    }

    private static bool Overlaps(PersonalDataFinding finding, List<PersonalDataFinding> others) =>
        others.Exists(other => finding.Begin < other.End && other.Begin < finding.End);
}
