using RegelLoket.Language;

namespace RegelLoket.Workbench;

/// <summary>A text with its normalised form, which is searched.</summary>
public sealed class SearchedText(string label, string text)
{
    public string Label { get; } = label;

    public string Text { get; } = text;

    public string Form { get; } = SearchForm.Of(text);
}
