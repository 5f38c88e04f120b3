using RegelLoket.Cases;
using RegelLoket.Language;
using RegelLoket.Storage;
using RegelLoket.Web.CaseHistory;

namespace RegelLoket.Workbench;

/// <summary>What the overview keeps of a case in memory: its row, the rules it is about, and its texts for search.</summary>
public sealed class CaseEntry
{
    private CaseEntry(CaseFile file)
    {
        Row = CaseRow.Of(file);
        IsOpen = file.State.IsOpen;
        IsPaused = file.State.PausedOn is not null;
        Rules = file.State.Context?.Rules ?? [];
        Texts = [.. TextsOf(file).Select(t => new SearchedText(t.Label, t.Text))];
    }

    public CaseRow Row { get; }

    public bool IsOpen { get; }

    /// <summary>Whether the clock is paused for the reporter.</summary>
    public bool IsPaused { get; }

    public IReadOnlyList<RuleReference> Rules { get; }

    public IReadOnlyList<SearchedText> Texts { get; }

    public static CaseEntry Of(CaseFile file) => new(file);

    private static IEnumerable<(string Label, string Text)> TextsOf(CaseFile file)
    {
        foreach (var (number, texts) in file.Private.Texts.OrderBy(t => t.Key))
        {
            foreach (var (name, text) in texts.OrderBy(t => t.Key == TextNames.Title ? "" : t.Key, StringComparer.Ordinal))
            {
                yield return (TextLabels.Of(name), text.Text);
            }
        }

        foreach (var rule in file.State.Context?.Rules ?? [])
        {
            yield return ("Regel", $"{rule.CitationTitle} {rule.Article} {rule.BwbId}");
        }
    }
}

/// <summary>A text with its twin, in which the search looks.</summary>
public sealed class SearchedText(string label, string text)
{
    public string Label { get; } = label;

    public string Text { get; } = text;

    public string Form { get; } = SearchForm.Of(text);
}
