namespace RegelLoket.Cases;

/// <summary>
/// What came of a command on a case. The only way in which a step says yes or no; <c>Web </c> turns it into a page or a problem document.
/// </summary>
public abstract record CommandResult
{
    private CommandResult()
    {
    }

    /// <summary>It happened (or had happened already): the case as it is now.</summary>
    public sealed record Done(CaseFile Case) : CommandResult;

    /// <summary>The state of the case does not allow it, with the reason for people: 409.</summary>
    public sealed record Refused(string Reason) : CommandResult
    {
        /// <summary>The newer text, where the command would have replaced one that its sender did not read.</summary>
        public UnseenText? Unseen { get; init; }
    }

    /// <summary>The input is wrong; every wrong field is named, by its name in the API: 400.</summary>
    public sealed record Invalid(IReadOnlyDictionary<string, string> Errors) : CommandResult;

    /// <summary>There is no such case, or not for this caller: 404, the same for both.</summary>
    public sealed record NotFound : CommandResult;
}
