using RegelLoket.Cases;

namespace RegelLoket.ContextAnalysis.Suggestions;

/// <summary>From the words of a case to a suggestion, and from a suggestion to the event that keeps it.</summary>
public static class ReportTexts
{
    /// <summary>The reporter's own words.</summary>
    public static ReportText Of(CaseFile file) => new()
    {
        Title = file.Reported(TextNames.Title) ?? "",
        Description = file.Reported(TextNames.Description) ?? "",
        Obstacle = file.Reported(TextNames.Obstacle) ?? "",
        Tried = file.Reported(TextNames.Tried) ?? "",
        Wish = file.Reported(TextNames.Wish) ?? "",
        SuspectedRule = file.Reported(TextNames.SuspectedRule) ?? "",
        Consequences = file.Reported(TextNames.Consequences) ?? "",
        Branche = file.State.Branche,
    };

    /// <summary>The name of a field in the private blob by its name in the API.</summary>
    public static string TextNameOf(string field) => field switch
    {
        "titel" => TextNames.Title,
        "omschrijving" => TextNames.Description,
        "belemmering" => TextNames.Obstacle,
        "geprobeerd" => TextNames.Tried,
        "wens" => TextNames.Wish,
        "vermoedelijkeRegel" => TextNames.SuspectedRule,
        _ => TextNames.Consequences,
    };
}
