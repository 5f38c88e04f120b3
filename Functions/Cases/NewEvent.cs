namespace RegelLoket.Cases;

/// <summary>An event that is to be appended, with its texts by name.</summary>
public sealed record NewEvent(Actor By, CaseChange What)
{
    public IReadOnlyDictionary<string, string> Texts { get; init; } = new Dictionary<string, string>();

    /// <summary>The trace of the event that this one follows from; null for the trace that appends it.</summary>
    public string? Trace { get; private init; }

    /// <summary>This event in the trace of <paramref name="cause"/>, where there is one.</summary>
    public NewEvent FollowingFrom(CaseEvent? cause) => this with { Trace = cause?.Trace };
}
