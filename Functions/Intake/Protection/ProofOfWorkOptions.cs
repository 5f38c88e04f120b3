using System.ComponentModel.DataAnnotations;

namespace RegelLoket.Intake.Protection;

/// <summary>How much work a browser does before it sends: section <c>ProofOfWork</c>.</summary>
public sealed class ProofOfWorkOptions
{
    /// <summary>Iterations of PBKDF2 for each try.</summary>
    [Range(1000, 100_000)]
    public int Cost { get; init; } = 5000;

    /// <summary>The most tries; half of them on average.</summary>
    [Range(1, 100_000)]
    public int MaximumCounter { get; init; } = 400;

    /// <summary>How long a challenge lives: long enough for somebody who reads all answers aloud.</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromHours(2);
}
