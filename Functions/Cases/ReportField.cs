namespace RegelLoket.Cases;

/// <summary>
/// One field of a report: all that form, API, draft, workbench, suggestion and dossier have to know of it. A new text is one line in
/// <see cref="ReportFields"/>; a new fact that the desk counts by needs a place in <see cref="Changes.CaseReported"/> too.
/// </summary>
/// <param name="Name">The name in the form and in the API.</param>
/// <param name="Page">The page of the form, by the last part of its address.</param>
/// <param name="Kind">How it is asked and checked.</param>
/// <param name="Limit">The most characters; 0 for a field that is chosen.</param>
/// <param name="Label">What it is called above an answer: on the page to check, the workbench and the dossier.</param>
/// <param name="Question">How the form asks it of the reporter.</param>
/// <param name="OfReporter">How a colleague asks it for a reporter, and how the API explains it.</param>
public sealed record ReportField(
    string Name, string Page, ReportFieldKind Kind, int Limit, string Label, string Question, string OfReporter)
{
    /// <summary>The name of the text in the private blob; null for what is no text of its own there.</summary>
    public string? TextName { get; init; }

    /// <summary>What it is called in a sentence: "de titel".</summary>
    public string InSentence { get; init; } = "";

    /// <summary>What the form says when it is empty; null for a field that may be left empty.</summary>
    public string? WhenEmpty { get; init; }

    /// <summary>How much its words count for the suggestion; 0 for a field that it does not read.</summary>
    public double Weight { get; init; }

    /// <summary>One line of help under the question.</summary>
    public string? Help { get; init; }

    /// <summary>Why this is asked and who reads it.</summary>
    public string? Why { get; init; }

    /// <summary>What a colleague is reminded of while filling it in.</summary>
    public string? ColleagueHelp { get; init; }

    public int Rows { get; init; } = 7;

    /// <summary>The most characters in the form, where that is less.</summary>
    public int FormLimit { get => field > 0 ? field : Limit; init; }

    /// <summary>What a browser may fill in by itself, as HTML names it.</summary>
    public string? Autocomplete { get; init; }

    public bool IsRequired => WhenEmpty is not null;
}
