using RegelLoket.Cases;

namespace RegelLoket.Library.Publication;

/// <summary>When a public text may go into the library.</summary>
public static class PublicationRules
{
    /// <summary>Whether the public text was written for the outcome that the case has now; after a reopening it no longer is.</summary>
    public static bool FitsOutcome(CaseState state) => state is { Publication: { } publication, Outcome: { } outcome }
        && outcome.At <= publication.DraftedAt;

    /// <summary>Why not, in a sentence for people; null when it may.</summary>
    public static string? WhyNot(CaseState state, DateOnly today) => state.Publication switch
    {
        null => "Er is nog geen tekst om te delen.",
        { WithdrawnAt: not null } => "Deze tekst is ingetrokken. Schrijf eerst een nieuwe versie.",
        { Objection: not null } => "De melder maakt bezwaar. Schrijf eerst een nieuwe versie.",
        _ when state.Outcome is not null && !FitsOutcome(state) => "De zaak kreeg een nieuwe uitkomst na deze tekst. Schrijf eerst "
            + "een nieuwe versie.",
        { IsUnderWay: false } => "Deze versie is al gedeeld.",
        { ApprovedAt: null } => "Een tweede analist keurt de tekst eerst goed.",
        { AgreedAt: null } publication when today <= publication.ObjectBefore => "De melder kan tot en met "
            + $"{Web.DutchDates.Short(publication.ObjectBefore)} reageren.",
        _ => state.Dispute is not null ? "De melder is het niet eens met de uitkomst. Beantwoord dat eerst."
            : CaseRules.Refusal(state, CaseStep.Publish),
    };
}
