using System.ComponentModel.DataAnnotations;

namespace RegelLoket.Cases;

/// <summary>The number of working days for each step. The ministries have terms of their own.</summary>
public sealed class StepTerms
{
    public const string Section = "StepTerms";

    /// <summary>From the report to the end of the context analysis.</summary>
    [Range(1, 100)]
    public int Analysis { get; set; } = 10;

    /// <summary>From the context analysis to a problem statement.</summary>
    [Range(1, 100)]
    public int Statement { get; set; } = 5;

    /// <summary>From the problem statement to its approval.</summary>
    [Range(1, 100)]
    public int Approval { get; set; } = 3;

    /// <summary>From the approval, or from the last answer, to the decision.</summary>
    [Range(1, 100)]
    public int Decision { get; set; } = 5;

    /// <summary>The term in which the reporter may dispute an outcome.</summary>
    [Range(1, 100)]
    public int Objection { get; set; } = 10;

    /// <summary>
    /// The time that a reporter who was promised a new day waits for the next word, unless the term of a ministry runs; twice as
    /// long when that word gives the same reason again.
    /// </summary>
    [Range(1, 100)]
    public int News { get; set; } = 10;
}
