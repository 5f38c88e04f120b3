using RegelLoket.Cases;

namespace RegelLoket.ContextAnalysis.Suggestions;

/// <summary>What of a report tells of one problem; without ministry when it seems to be somebody else's.</summary>
public sealed record SuggestedPart(
    Ministry? Ministry, IReadOnlyList<ReportStretch> Places, IReadOnlyList<SuggestionWord> Words)
{
    /// <summary>The words of the reporter, with an ellipsis between fields.</summary>
    public string Quote(ReportText report) =>
        string.Join(
            " … ", Places.Select(place => report[place.Field][place.Begin..Math.Min(place.End, report[place.Field].Length)]));
}
