using RegelLoket.Cases;

namespace RegelLoket.Experiments.Participation;

/// <summary>What became of words that were to be kept until they are sent.</summary>
public abstract record DraftKeeping
{
    private DraftKeeping()
    {
    }

    /// <summary>This is kept now; null when there was nothing to keep.</summary>
    public sealed record Kept(LogbookDraft? Draft) : DraftKeeping;

    /// <summary>A colleague kept something else meanwhile, which stays.</summary>
    public sealed record Outdated(LogbookDraft Newer) : DraftKeeping;

    /// <summary>Fields hold what may not be kept.</summary>
    public sealed record Invalid(IReadOnlyDictionary<string, string> Errors) : DraftKeeping;
}
