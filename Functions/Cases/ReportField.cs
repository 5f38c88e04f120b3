namespace RegelLoket.Cases;

/// <summary>
/// One field of a report: all that form, API, draft, workbench, suggestion and dossier need to know of it. A new text
/// is one line in <see cref="ReportFields"/>; a new fact that the desk counts by needs a property in
/// <see cref="Changes.CaseReported"/> too.
/// </summary>
/// <param name="Name">The name in the form and in the API.</param>
/// <param name="Page">The page of the form, by the last part of its address.</param>
/// <param name="Kind">The kind of input.</param>
/// <param name="Limit">The maximum number of characters; 0 for a choice.</param>
/// <param name="Label">The label above an answer: on the page to check, the workbench and the dossier.</param>
/// <param name="Question">The question to the reporter in the form.</param>
/// <param name="OfReporter">The question to a colleague who fills it in for a reporter, and the description in the
/// API.</param>
public sealed record ReportField(
    string Name, string Page, ReportFieldKind Kind, int Limit, string Label, string Question, string OfReporter)
{
    /// <summary>The name of the text in the private blob; null when it is not a text of its own there.</summary>
    public string? TextName { get; init; }

    /// <summary>The name in a sentence: "de titel".</summary>
    public string InSentence { get; init; } = "";

    /// <summary>The error when it is empty; null for an optional field.</summary>
    public string? WhenEmpty { get; init; }

    /// <summary>The weight of its words for the suggestion; 0 for a field that the suggestion does not read.</summary>
    public double Weight { get; init; }

    /// <summary>One line of help under the question.</summary>
    public string? Help { get; init; }

    /// <summary>The reason why this is asked, and its readers.</summary>
    public string? Why { get; init; }

    /// <summary>The help text for a colleague who fills it in.</summary>
    public string? ColleagueHelp { get; init; }

    public int Rows { get; init; } = 7;

    /// <summary>The maximum number of characters in the form, where that is less than <see cref="Limit"/>.</summary>
    public int FormLimit { get => field > 0 ? field : Limit; init; }

    /// <summary>The HTML autocomplete value.</summary>
    public string? Autocomplete { get; init; }

    public bool IsRequired => WhenEmpty is not null;
}
