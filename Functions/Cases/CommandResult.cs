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

/// <summary>A text that was written after the sender of a command read the case.</summary>
/// <param name="Case">The case as it is now.</param>
/// <param name="Event">The event with the text.</param>
public sealed record UnseenText(CaseFile Case, CaseEvent Event);

/// <summary>What a command decides on a case as it was read.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>Append this event.</summary>
    public sealed record Append(NewEvent Event, Func<PrivateCase, PrivateCase>? ChangePrivate = null) : Decision;

    /// <summary>It has happened already; answer as if it happened now.</summary>
    public sealed record AlreadyDone : Decision;

    /// <inheritdoc cref="CommandResult.Refused"/>
    public sealed record Refuse(string Reason) : Decision;

    /// <inheritdoc cref="CommandResult.Invalid"/>
    public sealed record Reject(IReadOnlyDictionary<string, string> Errors) : Decision
    {
        public Reject(string field, string error) : this(new Dictionary<string, string> { [field] = error })
        {
        }
    }

    /// <inheritdoc cref="CommandResult.NotFound"/>
    public sealed record Hide : Decision;
}
