namespace RegelLoket.Cases;

/// <summary>A case as it was read: its state, its events and its private part.</summary>
public sealed record CaseFile
{
    public required CaseState State { get; init; }

    public required IReadOnlyList<CaseEvent> Events { get; init; }

    /// <summary>The private part, with only those texts that an event vouches for.</summary>
    public required PrivateCase Private { get; init; }

    /// <summary>
    /// The private part as it is stored, with texts of events that somebody may be about to append; who writes it back begins from this.
    /// </summary>
    internal PrivateCase Held { get => field ?? Private; init; }

    /// <summary>Bytes in the stream: the position at which the next event must be appended.</summary>
    internal long Position { get; init; }

    /// <summary>
    /// The version of the private part that was read, by which storage knows whether another was faster; null when there is none.
    /// </summary>
    internal string? PrivateTag { get; init; }

    public CaseNumber Number => State.Number;

    /// <summary>The text of a reference, or null when it was erased or never was.</summary>
    public string? Text(TextReference? reference) => Private.Find(reference);

    /// <summary>A text of the report itself.</summary>
    public string? Reported(string name) => Text(new TextReference(1, name));

    public string Title => Reported(TextNames.Title) ?? "[gewist]";

    /// <summary>The case of these events, with the private part as it is stored.</summary>
    internal static CaseFile Of(CaseNumber number, IReadOnlyList<CaseEvent> events, PrivateCase held, long position, string? tag) => new()
    {
        State = events.Aggregate(new CaseState { Number = number }, (state, e) => state.After(e)),
        Events = events,
        Private = held.OnlyWhat(events),
        Held = held,
        Position = position,
        PrivateTag = tag,
    };

    internal string HeadHash => Events.Count == 0 ? EventLine.StartOfChain(Number) : Events[^1].Hash;
}
