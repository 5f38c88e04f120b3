using RegelLoket.Cases;

namespace RegelLoket.Privacy;

/// <summary>Whether a case is kept for good, or how long it is kept.</summary>
public sealed record Appraisal(bool KeptForGood, int Years)
{
    /// <summary>
    /// A case that changed a rule, or says on purpose why not, is kept for good; the others as long as they can be asked for.
    /// </summary>
    public static Appraisal Of(OutcomeKind? outcome) => outcome switch
    {
        OutcomeKind.Wetswijziging or OutcomeKind.RegelingAmvbAangepast or OutcomeKind.BeleidsregelAangepast or OutcomeKind.BewustZo =>
            new(true, 0),
        OutcomeKind.OntheffingExperiment or OutcomeKind.Uitvoeringspraktijk => new(false, 10),
        _ => new(false, 5),
    };
}
