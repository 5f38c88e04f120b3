namespace RegelLoket.Cases;

/// <summary>
/// The number of people who notice the current outcome: the reporter and each organisation that joined, by the newest answer of each.
/// </summary>
/// <param name="Answers">How many answered.</param>
/// <param name="Noticed">How many of them notice it, or a bit of it.</param>
public sealed record EffectTally(int Answers, int Noticed)
{
    /// <summary>The least number of answers by which the desk reopens a case without a person.</summary>
    public const int LeastToReopen = 3;

    /// <summary>The number of people who notice nothing.</summary>
    public int NotNoticed => Answers - Noticed;

    /// <summary>Whether enough answered, and more than half of them notice nothing.</summary>
    public bool SaysNo => Answers >= LeastToReopen && NotNoticed * 2 > Answers;

    /// <summary>Whether the desk must reopen a case by itself, since most who answered notice nothing of its outcome.</summary>
    public static bool Reopens(CaseState state) =>
        state.Outcome is not null && CaseRules.Allows(state, CaseStep.Reopen) && Of(state).SaysNo;

    public static EffectTally Of(CaseState state)
    {
        List<EffectNoticed> newest =
        [
            .. state.Effects.Where(effect => effect.Noticed is not null).TakeLast(1).Select(effect => effect.Noticed!.Value),
            .. state.FollowerEffects.GroupBy(effect => effect.Follower).Select(answers => answers.Last().Noticed),
        ];
        return new(newest.Count, newest.Count(noticed => noticed != EffectNoticed.No));
    }
}
