namespace RegelLoket.Language.PersonalData;

/// <summary>
/// Finds personal data in a Dutch text: numbers by their check digits, the rest by form and context. It stores and logs
/// nothing, and does not prove a text to be free of personal data.
/// </summary>
public static class PersonalDataScan
{
    /// <summary>Returns the findings in the order of the text, without overlap.</summary>
    public static IReadOnlyList<PersonalDataFinding> Scan(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = new ScannedText(text);
        var numbers = NumberDetector.Find(text);
        var addressed = numbers.Where(finding => finding.Kind == PersonalDataKind.Email)
            .Select(finding => text[finding.Begin..text.IndexOf('@', finding.Begin)].ToLowerInvariant());
        var persons = NameDetector.Find(words, string.Join('\n', addressed));
        var addresses = AddressDetector.Find(text, persons).OrderBy(finding => finding.Begin)
            .ThenByDescending(finding => finding.End).ToList();
        var known = new FindingList(text.Length);
        foreach (var finding in numbers.Concat(addresses))
        {
            known.Add(finding);
        }

        var names = persons.Where(name => !known.Overlaps(name)).ToList();
        var findings = new FindingList(text.Length);
        foreach (var finding in numbers.Concat(BirthDateDetector.Find(text, names)).Concat(addresses).Concat(names)
            .Concat(HealthDetector.Find(words, names)))
        {
            findings.Add(finding);
        }

        return [.. findings.All.OrderBy(finding => finding.Begin)];
    }
}
