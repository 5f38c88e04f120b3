using Bench.Chaos;

namespace Bench.Scale;

/// <summary>How long each state of the instances lasts.</summary>
internal sealed record ScalePlan(TimeSpan Lasts);

/// <summary>One step of a run: what was done, when, and how the clients fared until the next one.</summary>
internal sealed record ScaleStep(TimeSpan At, string What, string Instances, string Owners, Answers Answers);

/// <summary>What a run found.</summary>
internal sealed record ScaleReport
{
    public required IReadOnlyList<ScaleStep> Steps { get; init; }

    public required CasesFound Found { get; init; }

    /// <summary>Mails that came twice for another reason than the kill: not the one before and the other after it.</summary>
    public required int DoubledBesideKill { get; init; }

    /// <summary>Instances that did not end by themselves when they were asked to.</summary>
    public required int NotDrained { get; init; }

    /// <summary>Workflows of the older version that failed at the later one, and were begun anew by the reconciler.</summary>
    public required int BegunAnew { get; init; }

    public required int Moves { get; init; }

    /// <summary>How long each case took from its report to its outcome.</summary>
    public required IReadOnlyCollection<TimeSpan> Lengths { get; init; }

    /// <summary>The longest time that a visitor waited for an answer, refusals included.</summary>
    public required TimeSpan LongestWait { get; init; }

    public required string Chains { get; init; }

    public required bool ChainsHold { get; init; }

    public bool IsGood => Found.IsGood && Found.MailsDoubled.Count <= 1 && DoubledBesideKill == 0 && NotDrained == 0 && ChainsHold;
}
