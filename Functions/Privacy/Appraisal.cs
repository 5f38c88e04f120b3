using RegelLoket.Cases;

namespace RegelLoket.Privacy;

/// <summary>The archival appraisal of a case: kept permanently, or for a number of years.</summary>
public sealed record Appraisal(bool KeptForGood, int Years)
{
    /// <summary>
    /// Appraises an outcome. A case that changed a rule, or explains why not, is kept permanently; the others for the
    /// period in which they may be asked for.
    /// </summary>
    public static Appraisal Of(OutcomeKind? outcome) => outcome switch
    {
        OutcomeKind.Wetswijziging or OutcomeKind.RegelingAmvbAangepast or OutcomeKind.BeleidsregelAangepast
        or OutcomeKind.BewustZo =>
            new(true, 0),
        OutcomeKind.OntheffingExperiment or OutcomeKind.Uitvoeringspraktijk => new(false, 10),
        _ => new(false, 5),
    };
}
