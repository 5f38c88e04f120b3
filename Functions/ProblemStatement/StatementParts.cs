using RegelLoket.Cases;

namespace RegelLoket.ProblemStatement;

/// <summary>The five parts of a problem statement, in the order in which a ministry reads them.</summary>
public static class StatementParts
{
    public static IReadOnlyList<StatementPart> All { get; } =
    [
        new("wie", "Wie loopt ertegenaan", "Welke mensen en organisaties, en hoeveel."),
        new("regel", "Welke regel, in welke vorm", "De wet, regeling of afspraak, met artikel."),
        new("gevolg", "Wat de regel tegenhoudt", "Wat nu niet kan, en wat dat kost."),
        new("geprobeerd", "Wat al is geprobeerd", "Stappen die de melder of wij al zetten."),
        new("ruimte", "Welke ruimte we vragen", "Wat zou er mogen of veranderen."),
    ];

    /// <summary>Returns the parts as one text, each under its heading; empty parts are left out.</summary>
    public static string Compose(IReadOnlyDictionary<string, string> parts) => string.Join(
        "\n\n", All.Where(part => parts.GetValueOrDefault(part.Key) is { Length: > 0 })
        .Select(part => $"{part.Title}\n{parts[part.Key]}"));

    /// <summary>Returns the parts of a version by key; empty when it was written as one text.</summary>
    public static IReadOnlyDictionary<string, string> Of(CaseFile file, StatementVersion version) => All
        .Select(part => (part.Key, Text: file.Text(new TextReference(version.Text.Event, part.TextName))))
        .Where(part => part.Text is not null)
        .ToDictionary(part => part.Key, part => part.Text!);
}
