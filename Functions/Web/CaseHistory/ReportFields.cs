using RegelLoket.Cases;

namespace RegelLoket.Web.CaseHistory;

/// <summary>A field of the report: its name in the API, its text in the private blob, and its question.</summary>
public sealed record ReportField(string Key, string TextName, string Label);

/// <summary>The fields of a report in the order of the form.</summary>
public static class ReportFields
{
    public static IReadOnlyList<ReportField> All { get; } =
    [
        new("titel", TextNames.Title, "Titel"),
        new("omschrijving", TextNames.Description, "Wat wil je doen?"),
        new("belemmering", TextNames.Obstacle, "Wat houdt je tegen?"),
        new("geprobeerd", TextNames.Tried, "Wat is al geprobeerd?"),
        new("wens", TextNames.Wish, "Wat zou helpen?"),
        new("vermoedelijkeRegel", TextNames.SuspectedRule, "Welke regel, denkt de melder?"),
        new("gevolgen", TextNames.Consequences, "Wat zijn de gevolgen?"),
        new("organisatie", TextNames.Organisation, "Organisatie"),
    ];
}
