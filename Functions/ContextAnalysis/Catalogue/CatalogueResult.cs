namespace RegelLoket.ContextAnalysis.Catalogue;

/// <summary>What came of a change to the catalogue.</summary>
public abstract record CatalogueResult
{
    private CatalogueResult()
    {
    }

    /// <summary>It happened, or nothing was different: the catalogue as it is now.</summary>
    public sealed record Done(CatalogueEdition Edition) : CatalogueResult;

    /// <summary>Somebody else was first: 409.</summary>
    public sealed record Conflict(string Reason) : CatalogueResult
    {
        /// <summary>The change that the sender did not see; null where it is another one's key, or there are too many at once.</summary>
        public CatalogueChange? Unseen { get; init; }

        /// <summary>The version that the sender saw.</summary>
        public long? Seen { get; init; }
    }

    /// <summary>Every wrong field by its name in the API: 400.</summary>
    public sealed record Invalid(IReadOnlyDictionary<string, string> Errors) : CatalogueResult;

    /// <summary>There is no such entry: 404.</summary>
    public sealed record NotFound : CatalogueResult;
}
