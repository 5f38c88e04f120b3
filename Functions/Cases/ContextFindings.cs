namespace RegelLoket.Cases;

/// <summary>The findings of the context analysis.</summary>
public sealed record ContextFindings(
    RuleSource Source, IReadOnlyList<RuleReference> Rules, IReadOnlyList<Ministry> Ministries,
    IReadOnlyList<string> ExecutiveBodies,
    TextReference Explanation, Actor By, DateTimeOffset At)
{
    /// <summary>The end of the case that the analyst expects; null when nobody knew.</summary>
    public OutcomeKind? Expected { get; init; }

    /// <summary>
    /// Whether a ministry has to say something: it owns the rule, the rule is one that a ministry makes or carries out,
    /// and the analyst does not expect an end that needs none.
    /// </summary>
    public bool NeedsMinistry => Ministries.Count > 0
        && Source is RuleSource.Wet or RuleSource.Amvb or RuleSource.MinisterieleRegeling or RuleSource.Beleidsregel
            or RuleSource.Uitvoeringspraktijk
        && Expected?.NeedsMinistry() != false;

    /// <summary>The likely end of the case: as the analyst expects, or as cases about such a rule usually do.</summary>
    public OutcomeKind LikelyOutcome => Expected ?? Source switch
    {
        RuleSource.EigenBeleid or RuleSource.Schoolregel => OutcomeKind.EigenRegelOrganisatie,
        RuleSource.Cao or RuleSource.Veldnorm => OutcomeKind.CaoVeldnorm,
        RuleSource.Uitvoeringspraktijk => OutcomeKind.Uitvoeringspraktijk,
        RuleSource.Misverstand => OutcomeKind.HetKanAl,
        _ => Ministries.Count == 0 ? OutcomeKind.NietBijDezeDrie : OutcomeKind.HetKanAl,
    };
}
