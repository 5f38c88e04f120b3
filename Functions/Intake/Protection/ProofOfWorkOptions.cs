using System.ComponentModel.DataAnnotations;

namespace RegelLoket.Intake.Protection;

/// <summary>The amount of work for a browser before it sends: section <c>ProofOfWork</c>.</summary>
public sealed class ProofOfWorkOptions
{
    /// <summary>The PBKDF2 iterations of each try.</summary>
    [Range(1000, 100_000)]
    public int Cost { get; init; } = 5000;

    /// <summary>The maximum number of tries; half of them on average.</summary>
    [Range(1, 100_000)]
    public int MaximumCounter { get; init; } = 400;

    /// <summary>The lifetime of a challenge: long enough for a person who has all answers read aloud.</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromHours(2);
}
