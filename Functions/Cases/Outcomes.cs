namespace RegelLoket.Cases;

/// <summary>The consequences of an outcome for the reporter.</summary>
public static class Outcomes
{
    /// <summary>Whether the outcome allows what the rule seemed to forbid, so that it can be tried out.</summary>
    public static bool LeavesRoom(this OutcomeKind outcome) => outcome is OutcomeKind.HetKanAl or OutcomeKind.EigenRegelOrganisatie
        or OutcomeKind.RegelVervallen
        or OutcomeKind.Uitvoeringspraktijk or OutcomeKind.OntheffingExperiment or OutcomeKind.BeleidsregelAangepast
            or OutcomeKind.RegelingAmvbAangepast
        or OutcomeKind.Wetswijziging or OutcomeKind.AndereAanpakRegio;
}
