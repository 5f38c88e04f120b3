using RegelLoket.Cases;
using RegelLoket.Notifications;

namespace RegelLoket.Library.Publication;

/// <summary>Decides when a public text may be published.</summary>
public static class PublicationRules
{
    /// <summary>Returns why it may not be published, as a sentence for people; null when it may.</summary>
    public static string? WhyNot(CaseFile file, DateOnly today) => file.State.Publication switch
    {
        null => "Er is nog geen tekst om te delen.",
        { WithdrawnAt: not null } => "Deze tekst is ingetrokken. Schrijf eerst een nieuwe versie.",
        { IsOutdated: true } => "De zaak is na deze tekst heropend. Schrijf na de nieuwe uitkomst eerst een nieuwe versie.",
        { Objection: not null } => "De melder maakt bezwaar. Schrijf eerst een nieuwe versie.",
        { IsUnderWay: false } => "Deze versie is al gedeeld.",
        { ApprovedAt: null } => "Een tweede analist keurt de tekst eerst goed.",
        { AgreedAt: null } publication when today <= publication.ObjectBefore => "De melder kan tot en met "
            + $"{Web.DutchDates.Short(publication.ObjectBefore)} reageren.",
        { AgreedAt: null } publication when ReporterMails.IsStillToBeNotified(file, publication.EventNumber, publication.Mail) =>
            ReporterMails.IsTrouble(publication.Mail)
                ? "De mail over deze tekst kwam niet aan bij de melder. Stuur hem opnieuw, of vertel het de melder zelf. "
                    + "Een coördinator kiest dan bij Post: Anders opgelost."
                : "De mail over deze tekst is nog niet weg. De melder krijgt daarna zijn hele termijn.",
        _ => file.State.Dispute is not null ? "De melder is het niet eens met de uitkomst. Beantwoord dat eerst."
            : CaseRules.Refusal(file.State, CaseStep.Publish),
    };

    /// <summary>
    /// Returns why a newer version cannot be dropped for the one in the library, as a sentence for people; null when
    /// that is possible.
    /// </summary>
    public static string? WhyNotDrop(CaseState state) => CaseRules.Refusal(state, CaseStep.Publish) ?? state.Publication switch
    {
        { IsPublicInAnOlderVersion: true, Standing.IsOutdated: false } => null,
        { IsPublicInAnOlderVersion: true } =>
            "De tekst in de bibliotheek is van vóór de heropening. Schrijf een nieuwe versie, of haal hem weg.",
        _ => "Er wacht geen nieuwe tekst boven een die in de bibliotheek staat.",
    };

    /// <summary>
    /// Returns why a colleague cannot decide not to share the outcome, as a sentence for people; null when that is
    /// possible.
    /// </summary>
    public static string? WhyNotDecline(CaseState state) => CaseRules.Refusal(state, CaseStep.DeclineSharing)
        ?? (state.Publication is { IsPublic: true } ? "De tekst staat nog in de bibliotheek. Haal hem daar eerst weg." : null);
}
