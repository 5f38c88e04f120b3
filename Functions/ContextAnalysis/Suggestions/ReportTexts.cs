using RegelLoket.Cases;

namespace RegelLoket.ContextAnalysis.Suggestions;

/// <summary>Converts the texts of a case for a suggestion.</summary>
public static class ReportTexts
{
    /// <summary>Returns the reporter's own words.</summary>
    public static ReportText Of(CaseFile file) =>
        ReportText.Of(field => file.Reported(field.TextName!) ?? "", file.State.Branche);
}
