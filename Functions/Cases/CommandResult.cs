namespace RegelLoket.Cases;

/// <summary>
/// The result of a command on a case. It is the only way in which a step accepts or refuses; <c>Web</c> turns it into a
/// page or a problem document.
/// </summary>
public abstract record CommandResult
{
    private CommandResult()
    {
    }

    /// <summary>The command succeeded, now or before; holds the case as it is now.</summary>
    public sealed record Done(CaseFile Case) : CommandResult;

    /// <summary>The state of the case does not allow it (409), with the reason as a sentence for people.</summary>
    public sealed record Refused(string Reason) : CommandResult
    {
        /// <summary>The newer text, where the command would have replaced or approved one that its sender did not see.</summary>
        public UnseenText? Unseen { get; init; }
    }

    /// <summary>The input is wrong (400); every wrong field is listed by its name in the API.</summary>
    public sealed record Invalid(IReadOnlyDictionary<string, string> Errors) : CommandResult;

    /// <summary>The case does not exist, or the caller may not see it (404); both give the same answer.</summary>
    public sealed record NotFound : CommandResult;
}
