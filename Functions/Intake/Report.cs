using System.Diagnostics.CodeAnalysis;
using RegelLoket.Cases;

namespace RegelLoket.Intake;

/// <summary>A report that was checked: only a whole and clean one exists.</summary>
public sealed record Report
{
    private const int LongText = 4000;
    private const int ShortText = 120;

    private Report()
    {
    }

    /// <summary>The reporter's words under the names of <see cref="TextNames"/>; what was left empty is absent.</summary>
    public required IReadOnlyDictionary<string, string> Texts { get; init; }

    public required Branche Branche { get; init; }

    public required IReadOnlyList<Theme> Themes { get; init; }

    /// <summary>A coarse region, one of <see cref="Regions.All"/>.</summary>
    public string? Region { get; init; }

    /// <summary>Null for an anonymous report.</summary>
    public ReporterContact? Reporter { get; init; }

    /// <summary>Checks all fields; on failure <paramref name="errors"/> holds every wrong field by its name in the API.</summary>
    public static bool TryParse(ReportRequest request, [NotNullWhen(true)] out Report? report,
        out IReadOnlyDictionary<string, string> errors)
    {
        var found = new Dictionary<string, string>();
        var texts = new Dictionary<string, string>
        {
            [TextNames.Title] = TextSanitizer.CleanLine(
                TextSanitizer.Check(request.Title, "titel", "een titel", ShortText, required: true, found)),
            [TextNames.Description] = TextSanitizer.Check(request.Description, "omschrijving", "de omschrijving", LongText,
                required: true, found),
            [TextNames.Obstacle] = TextSanitizer.Check(request.Obstacle, "belemmering", "de belemmering", LongText, required: true, found),
            [TextNames.Tried] = TextSanitizer.Check(request.Tried, "geprobeerd", "wat je al probeerde", LongText, required: false, found),
            [TextNames.Wish] = TextSanitizer.Check(request.Wish, "wens", "wat zou helpen", LongText, required: false, found),
            [TextNames.SuspectedRule] =
                TextSanitizer.Check(request.SuspectedRule, "vermoedelijkeRegel", "de regel", 400, required: false, found),
            [TextNames.Consequences] = TextSanitizer.Check(request.Consequences, "gevolgen", "de gevolgen", LongText, required: false,
                found),
            [TextNames.Organisation] = TextSanitizer.CleanLine(
                TextSanitizer.Check(request.Organisation, "organisatie", "de organisatie", 200, required: false, found)),
        };

        if (!EnumNames.TryParseSlug<Branche>(request.Branche, out var branche))
        {
            found["branche"] = "Kies een branche uit de lijst.";
        }

        var region = TextSanitizer.CleanLine(request.Region);
        if (region.Length > 0 && !Regions.All.Contains(region))
        {
            found["regio"] = "Kies een regio uit de lijst.";
        }

        report = new Report
        {
            Texts = texts.Where(t => t.Value.Length > 0).ToDictionary(),
            Branche = branche,
            Themes = ThemesOf(request.Themes, found),
            Region = region.Length > 0 ? region : null,
            Reporter = ContactOf(request.Reporter, found),
        };
        errors = found;
        report = found.Count == 0 ? report : null;
        return report is not null;
    }

    private static List<Theme> ThemesOf(IReadOnlyList<string>? slugs, Dictionary<string, string> errors)
    {
        var themes = new List<Theme>();
        foreach (var slug in slugs ?? [])
        {
            if (!EnumNames.TryParseSlug<Theme>(slug, out var theme))
            {
                errors["themas"] = "Kies thema's uit de lijst.";
            }
            else if (!themes.Contains(theme))
            {
                themes.Add(theme);
            }
        }

        if (themes.Count == 0 && !errors.ContainsKey("themas"))
        {
            errors["themas"] = "Kies minstens één thema.";
        }

        return themes;
    }

    private static ReporterContact? ContactOf(ReporterRequest? request, Dictionary<string, string> errors)
    {
        if (request is null)
        {
            return null;
        }

        var name = TextSanitizer.CleanLine(TextSanitizer.Check(request.Name, "melder.naam", "je naam", 100, required: false, errors));
        var telephone = TextSanitizer.CleanLine(
            TextSanitizer.Check(request.Telephone, "melder.telefoon", "je telefoonnummer", 30, required: false, errors));
        EmailAddress? email = null;
        if (!string.IsNullOrWhiteSpace(request.Email) && !EmailAddress.TryParse(request.Email, out email, out var fault))
        {
            errors["melder.email"] = fault;
        }

        if (telephone.Length > 0 && telephone.Count(char.IsAsciiDigit) < 8)
        {
            errors["melder.telefoon"] = "Vul een telefoonnummer in met minstens 8 cijfers.";
        }

        return name.Length == 0 && telephone.Length == 0 && email is null ? null
            : new ReporterContact
            {
                Name = name.Length > 0 ? name : null,
                Email = email,
                Telephone = telephone.Length > 0 ? telephone
                : null
            };
    }
}
