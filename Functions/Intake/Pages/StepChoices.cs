using RegelLoket.Cases;
using RegelLoket.Intake.Drafts;
using RegelLoket.Web.Components;

namespace RegelLoket.Intake.Pages;

/// <summary>The lists of choices in the forms of a report.</summary>
internal static class StepChoices
{
    public static IReadOnlyList<Choice> Branches { get; } =
        [.. EnumNames.All<Branche>().Select(branche => new Choice(branche.Slug(), branche.Label()))];

    public static IReadOnlyList<Choice> Themes { get; } =
        [.. EnumNames.All<Theme>().Select(theme => new Choice(theme.Slug(), theme.Label()))];

    public static IReadOnlyList<Choice> Regions { get; } = [.. Intake.Regions.All.Select(region => new Choice(region, region))];

    public static IReadOnlyList<Choice> Ways { get; } =
    [
        new(FormStep.ReachableValue, "Het loket mag mij bereiken", "Dan kunnen we je iets vragen en sturen we je het antwoord."),
        new(FormStep.AnonymousValue, "Ik meld anoniem", "We weten niet wie je bent. Je volgt je melding met een code."),
    ];

    /// <summary>Returns the list of a field of the report.</summary>
    public static IReadOnlyList<Choice> Of(string field) => field switch
    {
        "branche" => Branches,
        "themas" => Themes,
        "regio" => Regions,
        "bereikbaar" => Ways,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "This field is not chosen from a list."),
    };
}
