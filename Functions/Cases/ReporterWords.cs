namespace RegelLoket.Cases;

/// <summary>Recognises whole sentences that a reporter wrote, in the report or in a message, in a text of the desk.</summary>
public static class ReporterWords
{
    /// <summary>The least length of a copied sentence; shorter ones are too common.</summary>
    private const int CopiedLength = 40;

    /// <summary>Returns the sentences of the reporter, without regard to capitals.</summary>
    public static IReadOnlySet<string> SentencesOf(CaseFile file) =>
        file.Events.Where(e => e.By.Role == ActorRole.Reporter || e.What is Changes.CaseReported)
            .SelectMany(e => (e.Texts?.Keys ?? []).Select(name => file.Text(e.Text(name))))
            .OfType<string>().SelectMany(Sentences).Where(s => s.Length >= CopiedLength)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns the sentences of a text, without what ends them.</summary>
    public static IEnumerable<string> Sentences(string text) =>
        text.Split(['.', '!', '?', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
