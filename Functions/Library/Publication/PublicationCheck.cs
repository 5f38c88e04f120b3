using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.ContextAnalysis.PersonalData;

namespace RegelLoket.Library.Publication;

/// <summary>The gate before anything becomes public: the fields, the scan for personal data and the small-cell check.</summary>
internal static class PublicationCheck
{
    /// <summary>A region, branche and size are shown together only when at least this many cases share them.</summary>
    public const int SmallestCell = 5;

    /// <summary>Without a day of its own, an item is looked at again after a year.</summary>
    public const int ReviewMonths = 12;

    private const int TitleLength = 160;
    private const int TextLength = 5000;

    public static NewEvent? Check(
        Actor by, CaseFile file, PublicationInput input, IReadOnlyCollection<CaseCell> cells, DateOnly today, DateOnly objectBefore, FieldErrors errors)
    {
        var texts = new Dictionary<string, string>
        {
            [TextNames.PublicTitle] = errors.Required("titel", input.Title, TitleLength, "Geef de tekst een titel."),
            [TextNames.PublicProblem] = errors.Required("probleem", input.Problem, TextLength, "Schrijf op waar iemand tegenaan liep."),
            [TextNames.PublicRule] = errors.Required("watZegtDeRegel", input.RuleSays, TextLength, "Schrijf op wat de regel zegt."),
            [TextNames.PublicSolution] = errors.Required("watMagJe", input.WhatYouMay, TextLength, "Schrijf op wat iemand mag doen."),
        };
        foreach (var (name, field) in new[] { (TextNames.PublicTitle, "titel"), (TextNames.PublicProblem, "probleem"), (TextNames.PublicRule, "watZegtDeRegel"), (TextNames.PublicSolution, "watMagJe") })
        {
            CheckPersonalData(field, texts[name], input.FindingsReviewed, errors);
        }

        CheckCopied(texts, file, errors);
        var region = input.ShowRegion ? file.State.Region : null;
        CheckCell(file, region, input.Size, cells, errors);
        errors.AddWhen(input.ReviewBefore <= today, "nakijkenVoor", "Kies een dag die nog moet komen.");
        errors.AddWhen(input.Themes is { Count: 0 }, "themas", "Kies minstens één thema.");
        return errors.Any ? null : new NewEvent(by, new PublicationDrafted
        {
            Version = (file.State.Publication?.Version ?? 0) + 1,
            Themes = input.Themes ?? file.State.Themes,
            Branche = file.State.Branche,
            Region = region,
            Size = input.Size,
            FrontRunner = UserText.CleanLine(input.FrontRunner) is { Length: > 0 } runner ? runner : null,
            ReviewBefore = input.ReviewBefore ?? today.AddMonths(ReviewMonths),
            ObjectBefore = objectBefore,
        })
        { Texts = texts };
    }

    /// <summary>Numbers and addresses are never published; a name or a health matter may be a false alarm that a person has looked at.</summary>
    private static void CheckPersonalData(string field, string text, bool reviewed, FieldErrors errors)
    {
        var kinds = PersonalDataScan.Scan(text).Select(f => f.Kind).Where(kind => !reviewed || kind is not (PersonalDataKind.Naam or PersonalDataKind.Gezondheid)).Distinct().ToList();
        errors.AddWhen(kinds.Count > 0, field, $"Hier lijkt een persoonsgegeven te staan: {string.Join(", ", kinds.Select(k => k.Label().ToLowerInvariant()))}. Haal het weg.");
    }

    /// <summary>A whole sentence of the reporter is not a separate text.</summary>
    private static void CheckCopied(Dictionary<string, string> texts, CaseFile file, FieldErrors errors)
    {
        var written = new[] { TextNames.Description, TextNames.Obstacle, TextNames.Tried, TextNames.Wish, TextNames.Consequences }
            .Select(file.Reported).OfType<string>().SelectMany(Sentences).Where(s => s.Length >= 40).ToHashSet(StringComparer.OrdinalIgnoreCase);
        errors.AddWhen(Sentences(texts[TextNames.PublicProblem]).Any(written.Contains), "probleem", "Dit bevat een zin van de melder. Schrijf het in eigen woorden op.");
    }

    private static void CheckCell(CaseFile file, string? region, OrganisationSize? size, IReadOnlyCollection<CaseCell> cells, FieldErrors errors)
    {
        if (region is null && size is null)
        {
            return;
        }

        var sharing = cells.Count(cell => cell.Number != file.Number && cell.Branche == file.State.Branche
            && (region is null || cell.Region == region) && (size is null || cell.Size == size)) + 1;
        errors.AddWhen(
            sharing < SmallestCell, region is not null ? "toonRegio" : "omvang",
            $"Met deze gegevens is de organisatie te herkennen: {sharing} van minstens {SmallestCell} zaken delen ze. Laat de regio of de omvang weg.");
    }

    private static IEnumerable<string> Sentences(string text) => text.Split(['.', '!', '?', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <summary>What of a case could point to an organisation.</summary>
public sealed record CaseCell(CaseNumber Number, Branche Branche, string? Region, OrganisationSize? Size);
