namespace RegelLoket.Library.Editing;

/// <summary>What came of an edit.</summary>
public abstract record EditResult
{
    private EditResult()
    {
    }

    public sealed record Saved(string Id, int Version) : EditResult;

    /// <summary>It cannot be done now, with the reason for people: 409.</summary>
    public sealed record Refused(string Reason) : EditResult
    {
        /// <summary>The edition that the sender did not see; null when it is refused for something else.</summary>
        public Edition? Unseen { get; init; }

        /// <summary>The version that the sender saw.</summary>
        public int? Seen { get; init; }
    }

    /// <summary>Every wrong field, by its name in the API: 400.</summary>
    public sealed record Invalid(IReadOnlyDictionary<string, string> Errors) : EditResult;

    public sealed record NotFound : EditResult;
}
