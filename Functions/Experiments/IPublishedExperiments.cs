using RegelLoket.Cases;
using RegelLoket.Web.Components;

namespace RegelLoket.Experiments;

/// <summary>Where shared experiments are shown to everybody: the library.</summary>
public interface IPublishedExperiments
{
    /// <summary>The front-runner initiatives that an experiment can belong to.</summary>
    IReadOnlyList<Choice> FrontRunners { get; }

    /// <summary>
    /// Makes the library say what the case says of its experiments, and never fails the command that it follows. Doing it again changes
    /// nothing.
    /// </summary>
    Task FollowAsync(CaseFile file);
}
