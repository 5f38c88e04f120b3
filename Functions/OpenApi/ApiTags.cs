namespace RegelLoket.OpenApi;

/// <summary>The groups of endpoints.</summary>
internal static class ApiTags
{
    public const string Reports = "Meldingen";
    public const string Cases = "Zaken";
    public const string Ministries = "Ministeries";
    public const string Outcomes = "Uitkomsten";
    public const string Experiments = "Experimenten";
    public const string Library = "Bibliotheek";
    public const string Publications = "Publicaties";
    public const string Privacy = "Privacy";
    public const string Rules = "Regels";
    public const string Aids = "Hulpmiddelen";

    public static IReadOnlyDictionary<string, string> Descriptions { get; } = new Dictionary<string, string>
    {
        [Reports] = "Melden en volgen, voor wie vastloopt in een regel.",
        [Cases] = "De behandeling van zaken door analisten en coördinatoren.",
        [Ministries] = "Vragen aan ministeries en hun antwoorden.",
        [Outcomes] = "Hoe een zaak afloopt, en wat de melder ervan vindt.",
        [Experiments] = "Uitproberen van de ruimte die een zaak vond, in rondes.",
        [Library] = "Wat al is uitgezocht, als open data.",
        [Publications] = "Hoe een zaak in de bibliotheek komt, en er weer uit.",
        [Privacy] = "Bewaren, wissen en inzien van gegevens.",
        [Rules] = "De regels die het loket kent, en wie ze uitvoert.",
        [Aids] = "Hulp bij het schrijven en uitzoeken. Er wordt niets bewaard.",
    };
}
