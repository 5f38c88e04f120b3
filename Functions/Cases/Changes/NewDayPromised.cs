namespace RegelLoket.Cases.Changes;

/// <summary>The day came on which the reporter was to hear something, and there was no news: they hear a new day, and why.</summary>
/// <param name="Until">The last day on which the reporter hears something, from now on.</param>
/// <param name="Because">Why it takes longer.</param>
public sealed record NewDayPromised(DateOnly Until, DelayReason Because) : CaseChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state with { Promise = new(Until, Because) };
}
