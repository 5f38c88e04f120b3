using RegelLoket.Cases;

namespace RegelLoket.ContextAnalysis.Suggestions;

/// <summary>
/// The part of a report about one problem; without a ministry when the owner seems to be another one.
/// </summary>
public sealed record SuggestedPart(
    Ministry? Ministry, IReadOnlyList<ReportStretch> Places, IReadOnlyList<SuggestionWord> Words)
{
    /// <summary>Returns the reporter's words, with an ellipsis between fields.</summary>
    public string Quote(ReportText report) =>
        string.Join(
            " … ", Places.Select(place => report[place.Field][place.Begin..Math.Min(place.End, report[place.Field].Length)]));
}
