using RegelLoket.Cases;

namespace RegelLoket.Intake.Drafts;

/// <summary>One page of the form. Its fields are those of <see cref="ReportFields"/> that name it.</summary>
/// <param name="Slug">The last part of its address.</param>
/// <param name="Title">The title.</param>
public sealed record FormStep(string Slug, string Title)
{
    public const string AnonymousValue = "anoniem";
    public const string ReachableValue = "bereikbaar";
    public const string UnknownValue = "weet-ik-niet";

    /// <summary>The heading; null where the only question is the heading.</summary>
    public string? Heading { get; init; }

    /// <summary>The text above the questions.</summary>
    public string? Introduction { get; init; }

    public static FormStep Goal { get; } = new("doel", "Wat je wilt doen") { Heading = "Wat wil je doen?" };
    public static FormStep Obstacle { get; } = new("belemmering", "Wat je tegenhoudt");
    public static FormStep Rule { get; } = new("regel", "De regel");
    public static FormStep Consequences { get; } = new("gevolgen", "De gevolgen")
    {
        Heading = "Wat zijn de gevolgen?",
        Introduction = "Een schatting is genoeg. Laat leeg wat je niet weet.",
    };

    public static FormStep Tried { get; } = new("geprobeerd", "Wat je al probeerde");
    public static FormStep Wish { get; } = new("wens", "Wat zou helpen");
    public static FormStep Place { get; } = new("waar", "Waar het speelt") { Heading = "Waar speelt het?" };
    public static FormStep Contact { get; } = new("contact", "Hoe we je bereiken")
    {
        Heading = "Mogen we je bereiken?",
        Introduction = "Je kunt je melding altijd volgen met een code, ook als je anoniem blijft.",
    };

    /// <summary>The page for joining a published item; it is not one of the pages of a report.</summary>
    public static FormStep Join { get; } = new("ook-bij-ons", "Speelt dit bij jullie ook?")
    {
        Fields = ["mensen", "uren", "geld", ReportFields.Consequences, "branche", "regio", "organisatie"],
    };

    /// <summary>The pages with questions, in order.</summary>
    public static IReadOnlyList<FormStep> All { get; } = [Goal, Obstacle, Rule, Consequences, Tried, Wish, Place, Contact];

    /// <summary>The names of its fields, in order.</summary>
    public IReadOnlyList<string> Fields
    {
        get => field ?? [.. ReportFields.All.Where(f => f.Page == Slug).Select(f => f.Name)];
        init;
    }

    /// <summary>The number of pages, including the one to check the answers.</summary>
    public static int Count => All.Count + 1;

    /// <summary>Whether the page belongs to a report.</summary>
    public bool IsQuestion => this != Join;

    public int Number => All.TakeWhile(step => step != this).Count() + 1;

    public string Address => IntakeRoutes.Step(Slug);

    public FormStep? Previous => Number == 1 ? null : All[Number - 2];

    public FormStep? Next => Number == All.Count ? null : All[Number];

    /// <summary>Returns the page of a field.</summary>
    public static FormStep Of(ReportField field) => Find(field.Page)!;

    public static FormStep? Find(string slug) => All.FirstOrDefault(step => step.Slug == slug);
}
