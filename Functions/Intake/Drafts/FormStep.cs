namespace RegelLoket.Intake.Drafts;

/// <summary>One page of the form, with the fields on it by their names in the API.</summary>
public sealed record FormStep(string Slug, string Title, params string[] Fields)
{
    public const string AnonymousValue = "anoniem";
    public const string ReachableValue = "bereikbaar";

    public static FormStep Goal { get; } = new("doel", "Wat je wilt doen", "omschrijving", "titel");
    public static FormStep Obstacle { get; } = new("belemmering", "Wat je tegenhoudt", "belemmering");
    public static FormStep Rule { get; } = new("regel", "De regel", "vermoedelijkeRegel");
    public static FormStep Consequences { get; } = new("gevolgen", "De gevolgen", "mensen", "uren", "geld", "gevolgen");
    public static FormStep Tried { get; } = new("geprobeerd", "Wat je al probeerde", "geprobeerd");
    public static FormStep Wish { get; } = new("wens", "Wat zou helpen", "wens");
    public static FormStep Place { get; } = new("waar", "Waar het speelt", "branche", "themas", "regio", "organisatie");
    public static FormStep Contact { get; } = new("contact", "Hoe we je bereiken", "bereikbaar", "melder.naam", "melder.email",
        "melder.telefoon");

    /// <summary>The page of who joins what was published; it is not on the way of a report.</summary>
    public static FormStep Join { get; } = new("ook-bij-ons", "Speelt dit bij jullie ook?", "mensen", "uren", "geld", "gevolgen",
        "branche", "regio", "organisatie");

    /// <summary>The pages with questions, in order.</summary>
    public static IReadOnlyList<FormStep> All { get; } = [Goal, Obstacle, Rule, Consequences, Tried, Wish, Place, Contact];

    /// <summary>All pages, with the one to check the answers.</summary>
    public static int Count => All.Count + 1;

    /// <summary>Whether the page is one of the report's own.</summary>
    public bool IsQuestion => this != Join;

    public int Number => All.TakeWhile(step => step != this).Count() + 1;

    public string Address => $"/melden/{Slug}";

    public FormStep? Previous => Number == 1 ? null : All[Number - 2];

    public FormStep? Next => Number == All.Count ? null : All[Number];

    public static FormStep? Find(string slug) => All.FirstOrDefault(step => step.Slug == slug);
}
