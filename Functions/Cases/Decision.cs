namespace RegelLoket.Cases;

/// <summary>The decision of a command on a case as it was read.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>Appends an event.</summary>
    public sealed record Append(NewEvent Event, Func<PrivateCase, PrivateCase>? ChangePrivate = null) : Decision;

    /// <summary>It was done before; the result is the same as if it were done now.</summary>
    public sealed record AlreadyDone : Decision;

    /// <inheritdoc cref="CommandResult.Refused"/>
    public sealed record Refuse(string Reason) : Decision
    {
        /// <summary>The event with the text that the sender did not see; null when it is refused for another reason.</summary>
        public CaseEvent? Unseen { get; init; }

        /// <summary>The event with the older text that the sender read.</summary>
        public CaseEvent? Read { get; init; }
    }

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
