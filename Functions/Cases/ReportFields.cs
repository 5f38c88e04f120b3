using static RegelLoket.Cases.ReportFieldKind;

namespace RegelLoket.Cases;

/// <summary>The fields of a report in the order of the form: the only definition of a report's content.</summary>
public static class ReportFields
{
    /// <summary>The field whose answer includes the estimates once the form was sent.</summary>
    public const string Consequences = "gevolgen";

    public static IReadOnlyList<ReportField> All { get; } =
    [
        new("omschrijving", "doel", Text, 4000, "Wat wil je doen?", "Wat wil je anders of beter doen?", "Wat wil de melder doen?")
        {
            TextName = TextNames.Description, InSentence = "de omschrijving", WhenEmpty = "Schrijf op wat je wilt doen.", Weight = 1.0,
            Help = "Bijvoorbeeld: wij willen studenten eerder meer uren laten werken op de afdeling. "
                + "Schrijf geen namen van cliënten op.",
            Why = "Zo begrijpt de analist waar het je om gaat. Alleen het loket leest dit.",
        },
        new("titel", "doel", Line, 120, "Titel", "Vat het samen in één zin", "De titel: waar gaat het over?")
        {
            TextName = TextNames.Title, InSentence = "de titel", WhenEmpty = "Vat je melding samen in één zin.", Weight = 1.2,
            Help = "Deze titel zie je straks terug als je je melding volgt.",
            ColleagueHelp = "De melder ziet deze titel terug bij het volgen.",
        },
        new("belemmering", "belemmering", Text, 4000, "Wat houdt je tegen?", "Wat houdt je tegen?", "Wat houdt de melder tegen?")
        {
            TextName = TextNames.Obstacle, InSentence = "de belemmering", WhenEmpty = "Schrijf op wat je tegenhoudt.", Weight = 1.2,
            Help = "Welke regel, eis of afspraak staat in de weg? Wie zegt dat het niet mag? Je hoeft de wet niet te kennen.",
            Why = "Hiermee zoeken we uit waar de regel vandaan komt.",
        },
        new("vermoedelijkeRegel", "regel", Line, 400, "Welke regel, denkt de melder?", "Aan welke regel denk je?",
            "Aan welke regel denkt de melder?")
        {
            TextName = TextNames.SuspectedRule, InSentence = "de regel", Weight = 1.2,
            Help = "Noem bijvoorbeeld een wet, een subsidie, een cao of een eis van een opleiding. "
                + "Weet je het niet? Dan zoeken wij het uit.",
            Why = "Het scheelt zoekwerk als je een vermoeden hebt.",
        },
        new("mensen", "gevolgen", Estimate, 60, "Aantal mensen", "Hoeveel mensen merken het?", "Hoeveel mensen merken het?"),
        new("uren", "gevolgen", Estimate, 60, "Uren per maand", "Hoeveel uur per maand kost het?", "Hoeveel uur per maand kost het?"),
        new("geld", "gevolgen", Estimate, 60, "Geld per jaar", "Hoeveel geld per jaar kost het?", "Hoeveel geld per jaar kost het?"),
        new(Consequences, "gevolgen", Text, 4000, "Wat zijn de gevolgen?", "Wat merk je er verder van?",
            "Wat merkt de melder er verder van?")
        {
            TextName = TextNames.Consequences, InSentence = "de gevolgen", Weight = 0.5, Rows = 5, FormLimit = 3500,
            Why = "Met deze cijfers laten we een ministerie zien hoe groot het probleem is.",
        },
        new("geprobeerd", "geprobeerd", Text, 4000, "Wat is al geprobeerd?", "Wat heb je al geprobeerd?", "Wat is al geprobeerd?")
        {
            TextName = TextNames.Tried, InSentence = "wat je al probeerde", Weight = 0.5,
            Help = "Bijvoorbeeld: gebeld met het UWV, gevraagd aan de school, overlegd met een andere instelling.",
            Why = "Zo doen we geen dubbel werk en weten we wie al iets zei.",
        },
        new("wens", "wens", Text, 4000, "Wat zou helpen?", "Wat zou helpen?", "Wat zou helpen?")
        {
            TextName = TextNames.Wish, InSentence = "wat zou helpen", Weight = 0.7,
            Help = "Hoe zou de regel moeten zijn? Of wat zou je graag mogen proberen?",
            Why = "Jouw idee nemen we mee in de vraag aan het ministerie.",
        },
        new("branche", "waar", Choice, 0, "Branche", "In welke branche werk je?", "Branche")
        {
            WhenEmpty = "Kies een branche uit de lijst.",
        },
        new("themas", "waar", Choices, 0, "Thema's", "Waar gaat het over?", "Thema's")
        {
            WhenEmpty = "Kies waar het over gaat, of 'Weet ik niet'.", Help = "Kies er een of meer.",
            ColleagueHelp = "Kies er een of meer.",
        },
        new("regio", "waar", Choice, 0, "Regio", "In welke regio?", "Regio")
        {
            Why = "Een provincie is genoeg. Zo ben jij niet te herkennen.",
        },
        new("organisatie", "waar", Line, 200, "Organisatie", "Bij welke organisatie werk je?", "De organisatie waar het speelt.")
        {
            TextName = TextNames.Organisation, InSentence = "de organisatie", Autocomplete = "organization",
            Why = "Soms hangt het af van de organisatie wat er kan. Een ministerie krijgt deze naam niet.",
        },
        new("bereikbaar", "contact", Ways, 0, "Hoe je meldt", "Hoe wil je melden?", "Of we de melder mogen bereiken."),
        new("melder.naam", "contact", Line, 100, "Naam", "Je naam", "Naam") { InSentence = "je naam", Autocomplete = "name" },
        new("melder.email", "contact", Email, 254, "E-mailadres", "Je e-mailadres", "E-mailadres")
        {
            InSentence = "je e-mailadres", Autocomplete = "email",
            ColleagueHelp = "Lees het adres voor aan de melder. De code gaat ernaartoe.",
            Why = "Hier sturen we de bevestiging, onze vragen en het antwoord heen. Niets anders.",
        },
        new("melder.telefoon", "contact", Telephone, 30, "Telefoonnummer", "Je telefoonnummer", "Telefoonnummer")
        {
            InSentence = "je telefoonnummer", Autocomplete = "tel", Why = "Alleen voor vragen over je melding.",
        },
    ];

    /// <summary>The fields that are stored as a text in the private blob, the title first.</summary>
    public static IReadOnlyList<ReportField> Texts { get; } =
        [.. All.Where(field => field.TextName is not null).OrderBy(field => field.TextName != TextNames.Title)];

    /// <summary>The rough numbers of the form.</summary>
    public static IReadOnlyList<ReportField> Estimates { get; } = [.. All.Where(field => field.Kind == Estimate)];

    /// <summary>The fields that are filled in with free text about anything but the person who writes.</summary>
    public static IReadOnlyList<ReportField> Written { get; } =
        [.. All.Where(field => field.TextName is not null || field.Kind == Estimate)];

    public static ReportField Of(string name) => All.First(field => field.Name == name);
}
