using RegelLoket.Cases;
using RegelLoket.Web.Components;

namespace RegelLoket.Experiments;

/// <summary>The library, in which published experiments are shown.</summary>
public interface IPublishedExperiments
{
    /// <summary>The front-runner initiatives to which an experiment can belong.</summary>
    IReadOnlyList<Choice> FrontRunners { get; }

    /// <summary>Updates the library to the case's experiments; idempotent, and never fails the caller.</summary>
    Task FollowAsync(CaseFile file);
}
