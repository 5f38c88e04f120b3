namespace RegelLoket.Web.CaseHistory;

/// <summary>The filters above the timeline.</summary>
public static class TimelineFilter
{
    public static IReadOnlyList<(string Slug, string Title, TimelineKind? Kind)> Choices { get; } =
        [("alles", "Alles", null), ("mensen", "Mensen", TimelineKind.People), ("systeem", "Systeem", TimelineKind.System),
            ("mail", "Mail", TimelineKind.Mail)];

    /// <summary>Returns the kind by its slug in the address; null shows all.</summary>
    public static TimelineKind? Of(string? slug) => Choices.FirstOrDefault(choice => choice.Slug == slug).Kind;
}
