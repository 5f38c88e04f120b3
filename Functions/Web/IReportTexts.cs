using RegelLoket.Cases;

namespace RegelLoket.Web;

/// <summary>A body of the API with the texts of a report, each a member of the JSON object.</summary>
public interface IReportTexts
{
    /// <summary>The texts by their names in <see cref="ReportFields"/>; missing ones are left out.</summary>
    IDictionary<string, string?> Texts { get; }
}
