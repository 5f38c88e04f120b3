using RegelLoket.Cases;

namespace RegelLoket.Web.CaseHistory;

/// <summary>The labels of a case's texts on the workbench.</summary>
public static class TextLabels
{
    private static readonly Dictionary<string, string> Labels = new(
        ReportFields.Texts.Select(field => KeyValuePair.Create(field.TextName!, field.Label)))
    {
        [TextNames.Explanation] = "Toelichting",
        [TextNames.Statement] = "Probleemstelling",
        [TextNames.Question] = "Vraag",
        [TextNames.Reply] = "Antwoord",
        [TextNames.Answer] = "Antwoord van het ministerie",
        [TextNames.Reason] = "Reden",
        [TextNames.ReporterText] = "Tekst voor de melder",
        [TextNames.Note] = "Notitie",
        [TextNames.Lessons] = "Geleerd",
        [TextNames.RuleSays] = "Wat de regel zegt",
        [TextNames.WhatYouMay] = "Wat je mag",
        [TextNames.ConfirmedBy] = "Bevestigd door",
        [TextNames.RuleBefore] = "Zo was het",
        [TextNames.RuleAfter] = "Zo wordt het",
        [TextNames.ReferredTo] = "Verwezen naar",
        [TextNames.PublicTitle] = "Titel voor iedereen",
        [TextNames.PublicProblem] = "Het probleem, voor iedereen",
        [TextNames.PublicRule] = "Wat de regel zegt, voor iedereen",
        [TextNames.PublicSolution] = "Wat je mag, voor iedereen",
        [TextNames.PublicLessons] = "Geleerd, voor iedereen",
        [TextNames.Mail] = "Hele mail",
        [TextNames.MailFacts] = "Gegevens van de mail",
        [TextNames.FileName] = "Naam van het bestand",
    };

    private static readonly List<string> Order = [.. Labels.Keys];

    /// <summary>Returns the reading position of a text among the others of its event.</summary>
    public static int PlaceOf(string name) => TextNames.PartOf(name) is var (part, own) ? (part * Order.Count) + PlaceOf(own)
        : Order.IndexOf(name.Split('.')[0]) is >= 0 and var place ? place : Order.Count;

    /// <summary>
    /// Returns the label of a text by its name in the private blob; a name with a suffix after a dot gets the label of
    /// the part before it, and a text of a part of a split report the number of that part.
    /// </summary>
    public static string Of(string name) =>
        TextNames.PartOf(name) is var (part, own) ? $"Deel {part}: {Of(own)}" :
        Labels.GetValueOrDefault(name) ?? Labels.GetValueOrDefault(name.Split('.')[0]) ?? "Tekst";
}
