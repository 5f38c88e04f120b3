namespace RegelLoket.Insight;

/// <summary>What became of a question to a ministry.</summary>
public enum TurnStand
{
    Answered,

    /// <summary>The ministry explained that the rule is another's.</summary>
    Explained,

    /// <summary>The term passed without an answer.</summary>
    Silent,

    /// <summary>The ministry still has time, or waits for the desk.</summary>
    Waiting,

    /// <summary>The case came to its end before the term did.</summary>
    Dropped,
}
