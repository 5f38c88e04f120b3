using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Library.Items;
using RegelLoket.Library.Search;
using RegelLoket.Web;

namespace RegelLoket.Library.Publication;

/// <summary>
/// The checks before publication: the fields, the scan for personal data, the name of the organisation and the small-cell
/// check.
/// </summary>
internal static class PublicationCheck
{
    /// <summary>The least number of cases that must share a region, branche and size to show these together.</summary>
    public const int SmallestCell = 5;

    /// <summary>The number of months until a review, when no day is set.</summary>
    public const int ReviewMonths = 12;

    private const int TitleLength = 160;
    private const int TextLength = 5000;

    public static NewEvent? Check(
        CommandContext context, CaseFile file, PublicationRequest input, IReadOnlyCollection<CaseCell> cells,
        LibraryView library, DateOnly objectBefore, FieldErrors errors)
    {
        var today = context.Today;
        var texts = new Dictionary<string, string>
        {
            [TextNames.PublicTitle] = errors.Required("titel", input.Title, TitleLength, "Geef de tekst een titel."),
            [TextNames.PublicProblem] = errors.Required(
                "probleem", input.Problem, TextLength, "Schrijf op waar iemand tegenaan liep."),
            [TextNames.PublicRule] = errors.Required(
                "watZegtDeRegel", input.RuleSays, TextLength, "Schrijf op wat de regel zegt."),
            [TextNames.PublicSolution] = errors.Required(
                "watMagJe", input.WhatYouMay, TextLength, "Schrijf op wat iemand mag doen."),
        };
        var fields = new[] { (TextNames.PublicTitle, "titel"), (TextNames.PublicProblem, "probleem"),
            (TextNames.PublicRule, "watZegtDeRegel"), (TextNames.PublicSolution, "watMagJe") };
        foreach (var (name, field) in fields)
        {
            errors.RefusePersonalData(field, texts[name], input.FindingsReviewed);
            errors.RefuseOrganisation(field, texts[name], file.ReportedInAll(TextNames.Organisation), input.FindingsReviewed);
            errors.RefuseOrganisation(field, texts[name], file.Reported(TextNames.Organisation), input.FindingsReviewed);
        }

        CheckCopied(texts, fields, file, errors);
        var region = input.ShowRegion ? file.State.Region : null;
        CheckCell(file, region, input.Size, cells, errors);
        errors.AddWhen(input.ReviewBefore <= today, "nakijkenVoor", "Kies een dag die nog moet komen.");
        errors.AddWhen(input.Themes is { Count: 0 }, "themas", "Kies minstens één thema.");
        var runner = TextSanitizer.CleanLine(input.FrontRunner);
        errors.AddWhen(
            runner.Length > 0 && library.Find(runner) is not FrontRunner, "koploper", "Kies een koploper uit de bibliotheek.");
        return errors.Any ? null : new NewEvent(context.By, new PublicationDrafted
        {
            // A version that was dropped keeps its number: anyone who read it agrees to no other.
            Version = file.Events.Select(e => e.What).OfType<PublicationDrafted>().Select(drafted => drafted.Version)
                .DefaultIfEmpty().Max() + 1,
            Themes = input.Themes ?? file.State.Themes,
            Branche = file.State.Branche,
            Region = region,
            Size = input.Size,
            FrontRunner = runner.Length > 0 ? runner : null,
            ReviewBefore = input.ReviewBefore ?? today.AddMonths(ReviewMonths),
            ObjectBefore = objectBefore,
        })
        { Texts = texts };
    }

    /// <summary>Rejects whole sentences of the reporter, from report or messages, and the report's title.</summary>
    private static void CheckCopied(Dictionary<string, string> texts, (string Name, string Field)[] fields, CaseFile file,
        FieldErrors errors)
    {
        var written = ReporterWords.SentencesOf(file);
        foreach (var (name, field) in fields)
        {
            errors.AddWhen(ReporterWords.Sentences(texts[name]).Any(written.Contains), field,
                "Dit bevat een zin van de melder. Schrijf het in eigen woorden op.");
        }

        errors.AddWhen(
            texts[TextNames.PublicTitle].Equals(file.Reported(TextNames.Title), StringComparison.OrdinalIgnoreCase), "titel",
            "Dit is de titel van de melder. Bedenk een eigen titel.");
    }

    private static void CheckCell(CaseFile file, string? region, OrganisationSize? size, IReadOnlyCollection<CaseCell> cells,
        FieldErrors errors)
    {
        if (region is null && size is null)
        {
            return;
        }

        var sharing = Sharing(file, region, size, cells);
        errors.AddWhen(
            sharing < SmallestCell, region is not null ? "toonRegio" : "omvang",
            $"Met deze gegevens is de organisatie te herkennen: {sharing} van minstens {SmallestCell} zaken "
                + "delen ze. Laat de regio of de omvang weg.");
    }

    /// <summary>Returns the number of cases for each combination to be shown, including the case itself.</summary>
    public static IReadOnlyList<CellCount> CellsOf(CaseFile file, string? region, OrganisationSize? size,
        IReadOnlyCollection<CaseCell> cells)
    {
        var combinations = new List<(string? Region, OrganisationSize? Size)>
            { (null, null), (region, null), (null, size), (region, size) }.Distinct();
        return [.. combinations.Select(
            c => new CellCount(file.State.Branche, c.Region, c.Size, Sharing(file, c.Region, c.Size, cells)))];
    }

    private static int Sharing(CaseFile file, string? region, OrganisationSize? size, IReadOnlyCollection<CaseCell> cells) =>
        cells.Count(cell => cell.Number != file.Number && cell.Branche == file.State.Branche
            && (region is null || cell.Region == region) && (size is null || cell.Size == size)) + 1;
}
