namespace RegelLoket.Cases.Changes;

/// <summary>The promised day came without news for the reporter, who gets a new day and the reason.</summary>
/// <param name="Until">The last day on which the reporter gets news, from now on.</param>
/// <param name="Because">The reason of the delay.</param>
public sealed record NewDayPromised(DateOnly Until, DelayReason Because) : CaseChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state with { Promise = new(Until, Because) };
}
