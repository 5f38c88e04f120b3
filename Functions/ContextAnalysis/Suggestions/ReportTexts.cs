using RegelLoket.Cases;

namespace RegelLoket.ContextAnalysis.Suggestions;

/// <summary>From the words of a case to a suggestion.</summary>
public static class ReportTexts
{
    /// <summary>The reporter's own words.</summary>
    public static ReportText Of(CaseFile file) =>
        ReportText.Of(field => file.Reported(field.TextName!) ?? "", file.State.Branche);
}
