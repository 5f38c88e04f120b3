namespace RegelLoket.ContextAnalysis.Catalogue;

/// <summary>The result of a change to the catalogue.</summary>
public abstract record CatalogueResult
{
    private CatalogueResult()
    {
    }

    /// <summary>The change succeeded, or changed nothing, with the catalogue as it is now.</summary>
    public sealed record Done(CatalogueEdition Edition) : CatalogueResult;

    /// <summary>Another change came first: 409.</summary>
    public sealed record Conflict(string Reason) : CatalogueResult
    {
        /// <summary>
        /// The change that the sender had not read; null when the key is in use, or when there are too many changes at
        /// once.
        /// </summary>
        public CatalogueChange? Unseen { get; init; }

        /// <summary>The version that the sender read.</summary>
        public long? Seen { get; init; }
    }

    /// <summary>The errors by the names of the API: 400.</summary>
    public sealed record Invalid(IReadOnlyDictionary<string, string> Errors) : CatalogueResult;

    /// <summary>The entry does not exist: 404.</summary>
    public sealed record NotFound : CatalogueResult;
}
