using RegelLoket.Cases;
using RegelLoket.Cases.Changes;

namespace RegelLoket.ContextAnalysis.Splitting;

/// <summary>
/// Whether a report may be split or made one case again, and what is left to do for its parts. Pure: at every
/// call, by any caller, the same things are left until they are done.
/// </summary>
public static class SplitRules
{
    /// <summary>The reason why the report cannot be split; null when it can.</summary>
    public static string? WhyNotSplit(CaseState state) =>
        state.SplitFrom is { } origin ? $"Deze zaak is zelf een deel van {origin}. Een deel kun je niet nog eens splitsen."
        : state.Split is not null ? "Deze melding is al gesplitst. Maak dat eerst ongedaan als het anders moet."
        : state.TextsErasedAt is not null ? "De teksten van deze melding zijn gewist. Er is niets meer te splitsen."
        : CaseRules.Refusal(state, CaseStep.Split);

    /// <summary>The reason why the split cannot be undone; null when it can.</summary>
    /// <param name="origin">The case of the report.</param>
    /// <param name="parts">The cases of the other parts that exist by now.</param>
    public static string? WhyNotUndo(CaseFile origin, IEnumerable<CaseFile> parts) =>
        origin.State.Split is not { } split ? "Deze melding is niet gesplitst."
        : !origin.Events.Skip(split.Event).All(IsNothingYet) ? WhyInUse(origin.Number)
        : parts.FirstOrDefault(part => part.State.Status != CaseStatus.TakenBack && !MayBeTakenBack(part)) is { } touched
            ? WhyInUse(touched.Number)
        : null;

    /// <summary>Whether nothing was done with a part, so that it can be closed. One that is closed stays as it is.</summary>
    public static bool MayBeTakenBack(CaseFile part) =>
        part.State.Status != CaseStatus.TakenBack && part.Events.Skip(1).All(IsNothingYet);

    /// <summary>
    /// The event that closed a part to undo a split that is still in force, so that somebody has to finish that; null when
    /// there is none.
    /// </summary>
    public static CaseEvent? UndoingIn(CaseFile part, CaseState origin) =>
        part.State.Status == CaseStatus.TakenBack && origin.Split?.Parts.Contains(part.Number) == true
            ? part.Events.Last(e => e.What is PartTakenBack) : null;

    /// <summary>The parts of current splits for which there may be no case yet, each with its place from 2.</summary>
    public static IEnumerable<(CaseEvent Split, int Place, CaseNumber Number)> ToMake(CaseFile origin) =>
        origin.State.Split is not { } split ? []
            : split.Parts.Select((number, i) => (origin.Events[split.Event - 1], i + 2, number));

    /// <summary>
    /// Whether a part must end, since its split was undone. One that was withdrawn or has its outcome meanwhile is over
    /// by itself.
    /// </summary>
    public static bool MustEnd(CaseState part, CaseState origin) =>
        part is { Status: not CaseStatus.TakenBack, Outcome: null } && origin.FormerParts.Contains(part.Number)
        && (part.IsOpen || part.Status == CaseStatus.Merged);

    /// <summary>
    /// Whether the reporter was mailed about the newest split that was undone. One who was not does not hear of the
    /// undoing either.
    /// </summary>
    public static bool WasNotifiedOfUndoneSplit(CaseFile origin) => origin.State.UndoneSplit is { } split
        && origin.Events.Any(e => e.What is MailRecorded { Left: true } mail && mail.IsOf(MailKeys.OfSplit(split)));

    private static string WhyInUse(CaseNumber number) => $"Met {number} is al iets gebeurd. Ongedaan maken kan dan niet meer. "
        + "Gaat het toch om hetzelfde? Voeg de zaken dan samen.";

    /// <summary>Whether an event is no work on a case: what the system did, who has it, and how its reporter is reached.</summary>
    private static bool IsNothingYet(CaseEvent e) => e.What is ContextSuggested or CaseAssigned or MailRecorded or NewDayPromised
        or DeskMessageRead or ContactChanged or FollowCodeOffered or FollowCodeRenewed or PartTakenBack or PartGoesOn;
}
