namespace RegelLoket.Library.Editing;

/// <summary>The result of an edit.</summary>
public abstract record EditResult
{
    private EditResult()
    {
    }

    public sealed record Saved(string Id, int Version) : EditResult;

    /// <summary>The edit is not possible now (409), with the reason as a sentence for people.</summary>
    public sealed record Refused(string Reason) : EditResult
    {
        /// <summary>The edition that the sender did not see; null when it is refused for another reason.</summary>
        public Edition? Unseen { get; init; }

        /// <summary>The older edition that the sender read and wanted to put online.</summary>
        public Edition? Read { get; init; }

        /// <summary>The version that the sender saw.</summary>
        public int? Seen { get; init; }
    }

    /// <summary>The wrong fields, by their names in the API (400).</summary>
    public sealed record Invalid(IReadOnlyDictionary<string, string> Errors) : EditResult;

    public sealed record NotFound : EditResult;
}
