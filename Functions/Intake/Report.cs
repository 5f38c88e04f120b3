using RegelLoket.Cases;

namespace RegelLoket.Intake;

/// <summary>A validated report: an instance is always complete and clean.</summary>
public sealed record Report
{
    private Report()
    {
    }

    /// <summary>The reporter's texts by their <see cref="TextNames"/>; empty ones are left out.</summary>
    public required IReadOnlyDictionary<string, string> Texts { get; init; }

    public required Branche Branche { get; init; }

    public required IReadOnlyList<Theme> Themes { get; init; }

    /// <summary>A coarse region, one of <see cref="Regions.All"/>.</summary>
    public string? Region { get; init; }

    /// <summary>The reporter's contact data; null for an anonymous report.</summary>
    public ReporterContact? Reporter { get; init; }

    /// <summary>Checks all fields; null when <paramref name="errors"/> has an error by then, of any field.</summary>
    public static Report? Parse(ReportRequest request, FieldErrors errors)
    {
        var texts = ReportFields.Texts.Select(field => (field.TextName, Text: TextOf(field, request, errors)))
            .Where(text => text.Text.Length > 0).ToDictionary(text => text.TextName!, text => text.Text);
        var report = new Report
        {
            Texts = texts,
            Branche = errors.Slug<Branche>(
                "branche", request.Branche, "Kies een branche uit de lijst.", required: true) ?? default,
            Themes = errors.Slugs<Theme>("themas", request.Themes, "Kies thema's uit de lijst.",
                request.Themes is null ? "Kies minstens één thema, of stuur een lege lijst als je het niet weet." : null),
            Region = Regions.Check("regio", request.Region, errors),
            Reporter = request.Reporter is { } contact ? ContactOf(contact, errors) : null,
        };
        return errors.Any ? null : report;
    }

    /// <summary>Returns the texts of a report that would be stored, by their names in the API, unvalidated.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> StoredTexts(ReportRequest request) =>
    [
        .. ReportFields.Texts.Select(field => KeyValuePair.Create(field.Name, (string?)CleanText(field, request))),
        KeyValuePair.Create("melder.naam", (string?)TextSanitizer.CleanLine(request.Reporter?.Name)),
    ];

    private static string TextOf(ReportField field, ReportRequest request, FieldErrors errors) =>
        errors.Text(field.Name, CleanText(field, request), field.InSentence, field.Limit, field.IsRequired);

    private static string CleanText(ReportField field, ReportRequest request)
    {
        var given = request.Texts.TryGetValue(field.Name, out var text) ? text : null;
        return field.Kind == ReportFieldKind.Line ? TextSanitizer.CleanLine(given) : TextSanitizer.Clean(given);
    }

    private static ReporterContact? ContactOf(ReporterRequest request, FieldErrors errors)
    {
        string Checked(string name, string? text) =>
            errors.Line(name, text, ReportFields.Of(name).InSentence, ReportFields.Of(name).Limit);
        var name = Checked("melder.naam", request.Name);
        var telephone = Checked("melder.telefoon", request.Telephone);
        errors.AddWhen(telephone.Length > 0 && telephone.Count(char.IsAsciiDigit) < 8, "melder.telefoon",
            "Vul een telefoonnummer in met minstens 8 cijfers.");
        var email = errors.Email("melder.email", request.Email);
        return name.Length == 0 && telephone.Length == 0 && email is null ? null
            : new ReporterContact
            {
                Name = name.Length > 0 ? name : null,
                Email = email,
                Telephone = telephone.Length > 0 ? telephone : null,
            };
    }
}
