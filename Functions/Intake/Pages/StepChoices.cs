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
        [.. EnumNames.All<Theme>().Select(theme => new Choice(theme.Slug(), theme.InEverydayWords())),
            new(FormStep.UnknownValue, "Weet ik niet")];

    public static IReadOnlyList<Choice> Regions { get; } =
        [.. Intake.Regions.All.Select(region => new Choice(region, region))];

    public static IReadOnlyList<Choice> Ways { get; } =
    [
        new(FormStep.ReachableValue, "Het loket mag mij bereiken",
            "Dan kunnen we je iets vragen en sturen we je het antwoord."),
        new(FormStep.AnonymousValue, "Ik meld anoniem", "We weten niet wie je bent. Je volgt je melding met een code."),
    ];

    /// <summary>A theme as somebody says it who never heard its name.</summary>
    private static string InEverydayWords(this Theme theme) => theme switch
    {
        Theme.Arbeidsinnovatie => "Slimmer werken, bijvoorbeeld met techniek of een andere verdeling van taken",
        Theme.BeperkenUitstroom => "Zorgen dat collega's blijven",
        Theme.WerkenNaarTalent => "Doen wat je kunt, ook zonder het juiste diploma",
        Theme.MeerUrenWerken => "Meer uren kunnen werken",
        Theme.GezondWerken => "Gezond en met plezier werken",
        Theme.LevenLangOntwikkelen => "Leren, omscholen en jezelf ontwikkelen",
        _ => theme.Label(),
    };

    /// <summary>The list of a field of the report.</summary>
    public static IReadOnlyList<Choice> Of(string field) => field switch
    {
        "branche" => Branches,
        "themas" => Themes,
        "regio" => Regions,
        "bereikbaar" => Ways,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "This field is not chosen from a list."),
    };
}
