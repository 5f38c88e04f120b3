namespace RegelLoket.Cases;

/// <summary>The consequences of an outcome for the reporter.</summary>
public static class Outcomes
{
    /// <summary>Whether the outcome allows what the rule seemed to forbid, so that it can be tried out.</summary>
    public static bool LeavesRoom(this OutcomeKind outcome) =>
        outcome is OutcomeKind.HetKanAl or OutcomeKind.EigenRegelOrganisatie
        or OutcomeKind.RegelVervallen
        or OutcomeKind.Uitvoeringspraktijk or OutcomeKind.OntheffingExperiment or OutcomeKind.BeleidsregelAangepast
            or OutcomeKind.RegelingAmvbAangepast
        or OutcomeKind.Wetswijziging or OutcomeKind.AndereAanpakRegio;

    /// <summary>Whether only a ministry can bring a case to this end: it changes the rule, leaves room beside it, or says no.</summary>
    public static bool NeedsMinistry(this OutcomeKind outcome) => outcome is OutcomeKind.Uitvoeringspraktijk
        or OutcomeKind.OntheffingExperiment or OutcomeKind.BeleidsregelAangepast or OutcomeKind.RegelingAmvbAangepast
        or OutcomeKind.Wetswijziging or OutcomeKind.BewustZo;
}
