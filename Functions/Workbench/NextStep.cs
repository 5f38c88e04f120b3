using RegelLoket.Cases;
using RegelLoket.Web;

namespace RegelLoket.Workbench;

/// <summary>The next step of a case as one colleague sees it: a <see cref="Turn"/> in words.</summary>
/// <param name="Title">The step.</param>
/// <param name="Explanation">One sentence on the reason, or on the person who has the move.</param>
/// <param name="Tab">The tab of the step; null when its form is beside the tabs.</param>
/// <param name="Button">The label of the button; null when this colleague has no step to take.</param>
public sealed record NextStep(string Title, string Explanation, string? Tab, string? Button)
{
    private const string SendAgain = "De mail kwam niet aan. Stuur hem opnieuw, of vertel het de melder zelf. "
        + "Een coördinator kiest dan bij Post: Anders opgelost.";

    /// <summary>The section of the tab with the step's form.</summary>
    public string Place { get; init; } = "onderdeel";

    /// <summary>The experiment of the step, which has a page of its own.</summary>
    public int? Experiment { get; init; }

    /// <summary>Whether this colleague has the move, so that the case is shown in the tab "Aan jou".</summary>
    public bool IsYours { get; init; }

    public static NextStep For(CaseState state, Actor viewer) => state.MergedInto is { } main
        ? new("Niets meer te doen", $"Deze zaak gaat verder binnen {main}.", null, null)
        : state is { Status: CaseStatus.TakenBack, SplitFrom: { } origin }
        ? new("Niets meer te doen", $"De splitsing is ongedaan gemaakt. De melding gaat verder in {origin}.", null, null)
        : For(Turn.Of(state), viewer, state.HandledBy);

    public static NextStep For(IReadOnlyList<Turn> turns, Actor viewer, Actor? handler)
    {
        var turn = Turn.Next(turns, viewer, handler);
        return Words(turn, viewer) with { IsYours = turn.IsFor(viewer, handler), Experiment = turn.Experiment };
    }

    /// <summary>Returns the address of the step; null when its form is beside the tabs or there is no step.</summary>
    public string? AddressIn(CaseNumber number) => this is { Button: not null, Tab: { } tab }
        ? Experiment is { } experiment ? DeskRoutes.Experiment(number, experiment) : $"{DeskRoutes.CaseTab(number, tab)}#{Place}"
        : null;

    private static NextStep Words(Turn turn, Actor viewer) => turn.Kind switch
    {
        TurnKind.ReadMinistryMail => new($"Lees de mail van {turn.Ministry!.Value.Label()}",
            "Er is een mail binnengekomen die op iemand wacht.", "ministeries", "Naar de mail"),
        TurnKind.ReadReporter =>
            new("Lees het bericht van de melder", "De melder schreef iets. Niemand las het nog.", "melding",
            "Naar het bericht")
            { Place = "gesprek" },
        TurnKind.TakeUp => new("Pak de zaak op", "Niemand behandelt deze melding nog.", null, "Ik pak deze op"),
        TurnKind.AnalyseContext => new("Leg de context vast", "Waar komt de regel vandaan, en van wie is hij?", "context",
            "Naar de contextanalyse"),
        TurnKind.AwaitReporter => new("Wacht op de melder", "De klok staat stil tot de melder antwoordt.", null, null),
        TurnKind.DecideWithoutReporter =>
            new("Beslis hoe je verdergaat", "De melder antwoordt al drie weken niet. Ga verder zonder "
            + "antwoord, of schrijf nog een keer.", "melding", "Naar het gesprek")
            { Place = "gesprek" },
        TurnKind.WriteStatement =>
            new("Schrijf de probleemstelling", "Een tweede analist keurt die daarna goed.", "probleemstelling",
            "Naar de probleemstelling"),
        TurnKind.ApproveStatement when IsOther(turn.Author, viewer) => new("Beoordeel de probleemstelling",
            "Jij schreef deze versie niet, dus jij mag hem goedkeuren.", "probleemstelling", "Lees en beoordeel"),
        TurnKind.ApproveStatement => new("Wacht op een collega", "Jij schreef deze versie. Een tweede analist keurt hem goed.",
            "probleemstelling", null),
        TurnKind.Escalate =>
            new("Leg de zaak voor", "Of leg de uitkomst vast als het al kan.", "ministeries", "Naar de ministeries"),
        TurnKind.DecideWithoutMinistry =>
            new("Leg de uitkomst vast", "Volgens de context is er geen ministerie nodig.", "oplossing",
            "Naar de oplossing"),
        TurnKind.AnswerMinistry => new("Beantwoord de wedervraag",
            $"De klok van {turn.Ministry!.Value.Label()} staat stil tot je antwoordt.", "ministeries", "Naar de vraag"),
        TurnKind.DecideMoreTime =>
            new("Beslis over meer tijd", $"{turn.Ministry!.Value.Label()} vraagt uitstel.", "ministeries",
            "Naar het verzoek"),
        TurnKind.AwaitMinistries => new("Wacht op de ministeries", "We herinneren ze vanzelf op tijd.", "ministeries", null),
        TurnKind.DecideOnAnswers =>
            new("Leg de uitkomst vast", "Alle ministeries hebben gereageerd.", "oplossing", "Naar de oplossing"),
        TurnKind.AnswerDispute => new("Antwoord de melder", "De melder is het niet eens met de uitkomst.", "oplossing",
            "Naar de reactie"),
        TurnKind.AnswerEffect =>
            new("Antwoord de melder", "De melder merkt niets van de uitkomst.", "oplossing", "Naar de reactie"),
        TurnKind.ResendOutcome =>
            new("Zorg dat de melder de uitkomst kent", SendAgain, "oplossing", "Naar de mails") { Place = "mails" },
        TurnKind.ResendPublication =>
            new("Zorg dat de melder de publieke tekst kent", SendAgain, "publicatie", "Naar de mails")
            { Place = "mails" },
        TurnKind.AnswerObjection => new("Antwoord op het bezwaar",
            "De melder wil de publieke tekst anders. Schrijf een nieuwe versie of deel hem niet.", "publicatie",
            "Naar het bezwaar"),
        TurnKind.ApprovePublication when IsOther(turn.Author, viewer) => new("Beoordeel de publieke tekst",
            "Jij schreef deze tekst niet, dus jij mag hem goedkeuren.", "publicatie", "Lees en beoordeel"),
        TurnKind.ApprovePublication =>
            new("Wacht op een collega", "Jij schreef de publieke tekst. Een tweede analist keurt hem goed.",
            "publicatie", null),
        TurnKind.ReadExperiment => new($"Lees wat de deelnemer aan experiment {turn.Experiment} schreef",
            "Een organisatie vulde een stap, cijfers of lessen in. Niemand las het nog.", "experimenten", "Naar het experiment"),
        TurnKind.WriteExperiment => new($"Schrijf de lessen van experiment {turn.Experiment} op",
            "Het experiment is afgerond. Ook als het niet lukte, leren anderen ervan.", "experimenten", "Naar het experiment"),
        TurnKind.ApproveExperiment when IsOther(turn.Author, viewer) => new($"Beoordeel de tekst over experiment {turn.Experiment}",
            "Jij schreef deze tekst niet, dus jij mag hem delen.", "experimenten", "Lees en beoordeel"),
        TurnKind.ApproveExperiment => new("Wacht op een collega",
            $"Jij schreef de tekst over experiment {turn.Experiment}. Een tweede analist deelt hem.", "experimenten", null),
        TurnKind.AwaitReader => new("Wacht op de melder", "Na de termijn delen we de tekst vanzelf.", "publicatie", null),
        TurnKind.Publish => new("Deel de tekst", "De tekst is goedgekeurd, en de melder vindt hem goed.", "publicatie",
            "Naar de publicatie"),
        TurnKind.WritePublication =>
            new("Deel de oplossing",
            "Schrijf een tekst voor de bibliotheek, zonder namen. Of leg vast waarom we niet delen. "
                + "Daarna pas sluit de zaak.", "publicatie", "Naar de publicatie"),
        TurnKind.AwaitClosing =>
            new("Wacht op de melder", "De melder kan nog reageren op de uitkomst. Daarna sluit de zaak vanzelf.",
            "oplossing", null),
        _ => new("Niets meer te doen", "Deze zaak is afgerond.", null, null),
    };

    private static bool IsOther(Actor? author, Actor viewer) => author is not null && !author.IsSamePerson(viewer);
}
