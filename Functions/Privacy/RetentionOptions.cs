using System.ComponentModel.DataAnnotations;

namespace RegelLoket.Privacy;

/// <summary>
/// The retention terms of each class of data, in days: section <c>Retention</c>. Drafts have a term of their own in the
/// form, logs in Azure's workspace.
/// </summary>
public sealed class RetentionOptions
{
    public const string Section = "Retention";

    /// <summary>The reporter's data, from the end of the case; includes the last question on the effect.</summary>
    [Range(1, 3650)]
    public int ReporterDays { get; set; } = 365;

    /// <summary>The free texts of a case, counted from its end. The public text stays until it is withdrawn.</summary>
    [Range(1, 10950)]
    public int TextDays { get; set; } = 5 * 365;

    /// <summary>The history of completed workflows.</summary>
    [Range(1, 3650)]
    public int HistoryDays { get; set; } = 90;
}
