using RegelLoket.Cases;
using RegelLoket.Notifications;
using RegelLoket.ProblemStatement;

namespace RegelLoket.Workbench;

/// <summary>The one thing that a case asks for now, seen by one colleague.</summary>
/// <param name="Title">What has to be done.</param>
/// <param name="Explanation">One sentence on why, or on who is to do it.</param>
/// <param name="Tab">The tab where it is done; null when it is done beside the tabs.</param>
/// <param name="Button">The words on the button; null when this colleague has nothing to do now.</param>
public sealed record NextStep(string Title, string Explanation, string? Tab, string? Button)
{
    public static NextStep For(CaseState state, Actor viewer) => state.Status switch
    {
        _ when state.Requests.FirstOrDefault(r => r.WaitingMails.Any()) is { } mailed =>
            new($"Lees de mail van {mailed.Ministry.Label()}", "Er is een mail binnengekomen die op iemand wacht.", "ministeries",
                "Naar de mail"),
        CaseStatus.Received => new("Pak de zaak op", "Niemand behandelt deze melding nog.", null, "Ik pak deze op"),
        CaseStatus.Analysing => new("Leg de context vast", "Waar komt de regel vandaan, en van wie is hij?", "context",
            "Naar de contextanalyse"),
        CaseStatus.WaitingForReporter => new("Wacht op de melder", "De klok staat stil tot de melder antwoordt.", null, null),
        CaseStatus.DraftingStatement =>
            new("Schrijf de probleemstelling", "Een tweede analist keurt die daarna goed.", "probleemstelling", "Naar de probleemstelling"),
        CaseStatus.AwaitingApproval when StatementService.MayJudge(viewer, state) =>
            new("Beoordeel de probleemstelling", "Jij schreef deze versie niet, dus jij mag hem goedkeuren.", "probleemstelling",
                "Lees en beoordeel"),
        CaseStatus.AwaitingApproval =>
            new("Wacht op een collega", "Jij schreef deze versie. Een tweede analist keurt hem goed.", "probleemstelling", null),
        CaseStatus.ReadyToDecide when state.Context is { Ministries.Count: > 0 } =>
            new("Leg de zaak voor", "Of leg de uitkomst vast als het al kan.", "ministeries", "Naar de ministeries"),
        CaseStatus.ReadyToDecide =>
            new("Leg de uitkomst vast", "De regel is van geen van de drie ministeries.", "oplossing", "Naar de oplossing"),
        CaseStatus.AtMinistries when state.Requests.Any(r => r.Status == RequestStatus.AskedBack) =>
            new("Beantwoord de wedervraag", "De klok van het ministerie staat stil tot je antwoordt.", "ministeries", "Naar de vraag"),
        CaseStatus.AtMinistries when state.Requests.Any(r => r.MoreTimeUntil is not null) =>
            new("Beslis over meer tijd", "Een ministerie vraagt uitstel.", "ministeries", "Naar het verzoek"),
        CaseStatus.AtMinistries => new("Wacht op de ministeries", "We herinneren ze vanzelf op tijd.", "ministeries", null),
        CaseStatus.AnswersIn => new("Leg de uitkomst vast", "Alle ministeries hebben gereageerd.", "oplossing", "Naar de oplossing"),
        CaseStatus.OutcomeKnown when state.Dispute is not null =>
            new("Antwoord de melder", "De melder is het niet eens met de uitkomst.", "oplossing", "Naar de reactie"),
        CaseStatus.OutcomeKnown when ReporterMails.IsTrouble(state.Outcome?.Mail) =>
            new("Zorg dat de melder de uitkomst kent", "De mail met de uitkomst kwam niet aan. Stuur hem opnieuw, of vertel het de "
                + "melder zelf. Een coördinator kiest dan bij Post: Anders opgelost.", null, null),
        CaseStatus.OutcomeKnown when state.Publication is { IsUnderWay: true, AgreedAt: null } offered
            && ReporterMails.IsTrouble(offered.Mail) =>
            new("Zorg dat de melder de publieke tekst kent", "De mail daarover kwam niet aan. Stuur hem opnieuw, of vertel het de "
                + "melder zelf. Een coördinator kiest dan bij Post: Anders opgelost.", null, null),
        CaseStatus.OutcomeKnown when state.Publication is { IsObjectedTo: true } =>
            new("Antwoord op het bezwaar", "De melder wil de publieke tekst anders. Schrijf een nieuwe versie of deel hem niet.",
                "publicatie", "Naar het bezwaar"),
        CaseStatus.OutcomeKnown when state.Publication is { IsUnderWay: true, ApprovedAt: null } publication =>
            publication.DraftedBy.IsSamePerson(viewer)
            ? new("Wacht op een collega", "Jij schreef de publieke tekst. Een tweede analist keurt hem goed.", "publicatie", null)
            : new("Beoordeel de publieke tekst", "Jij schreef deze tekst niet, dus jij mag hem goedkeuren.", "publicatie",
                "Lees en beoordeel"),
        CaseStatus.OutcomeKnown when state.Publication is { IsUnderWay: true, AgreedAt: null } =>
            new("Wacht op de melder", "Na de termijn delen we de tekst vanzelf.", "publicatie", null),
        CaseStatus.OutcomeKnown =>
            new("Deel de oplossing", "Schrijf een tekst voor de bibliotheek, zonder namen.", "publicatie", "Naar de publicatie"),
        CaseStatus.Merged => new("Niets meer te doen", $"Deze zaak gaat verder binnen {state.MergedInto}.", null, null),
        _ => new("Niets meer te doen", "Deze zaak is afgerond.", null, null),
    };
}
