namespace RegelLoket.Cases;

/// <summary>An event to append, with its texts by name.</summary>
public sealed record NewEvent(Actor By, CaseChange What)
{
    public IReadOnlyDictionary<string, string> Texts { get; init; } = new Dictionary<string, string>();

    /// <summary>The trace of the event that caused this one; null for the current trace.</summary>
    public string? Trace { get; private init; }

    /// <summary>Returns this event in the trace of <paramref name="cause"/>, where there is one.</summary>
    public NewEvent FollowingFrom(CaseEvent? cause) => this with { Trace = cause?.Trace };
}
