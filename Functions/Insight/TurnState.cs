namespace RegelLoket.Insight;

/// <summary>The state of a question to a ministry.</summary>
public enum TurnState
{
    Answered,

    /// <summary>The ministry explained that the rule is another's.</summary>
    Explained,

    /// <summary>The term passed without an answer.</summary>
    Silent,

    /// <summary>The term still runs, or the ministry waits for the desk.</summary>
    Waiting,

    /// <summary>The case ended before the term did.</summary>
    Dropped,
}
