namespace RegelLoket.Cases.Changes;

/// <summary>
/// An organisation that joined answered whether it notices the outcome. It counts beside the answer of the reporter and
/// has no text.
/// </summary>
public sealed record FollowerEffectAnswered : CaseChange
{
    /// <summary>The place of the organisation among the followers.</summary>
    public required int Follower { get; init; }

    public required EffectMoment Moment { get; init; }

    public required EffectNoticed Noticed { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state with
    {
        FollowerEffects =
        [
            .. state.FollowerEffects.Where(effect => effect.Follower != Follower || effect.Moment != Moment),
            new(Follower, Moment, Noticed),
        ],
    };
}
