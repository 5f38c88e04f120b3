namespace RegelLoket.Cases;

/// <summary>A case as read from storage: its state, its events and its private part.</summary>
public sealed record CaseFile
{
    public required CaseState State { get; init; }

    public required IReadOnlyList<CaseEvent> Events { get; init; }

    /// <summary>The private part, with only the texts whose hash is in an event.</summary>
    public required PrivateCase Private { get; init; }

    /// <summary>
    /// The private part as it is stored, including texts of events that another writer may be about to append. A change
    /// to the private part starts from this one, so that those texts are not lost.
    /// </summary>
    internal PrivateCase Held { get => field ?? Private; init; }

    /// <summary>The length of the stream in bytes: the position at which the next event must be appended.</summary>
    internal long Position { get; init; }

    /// <summary>
    /// The ETag of the private part as it was read, by which storage detects a concurrent write; null when there is no
    /// private part.
    /// </summary>
    internal string? PrivateTag { get; init; }

    public CaseNumber Number => State.Number;

    /// <summary>Returns the text of a reference; null when it was erased or never existed.</summary>
    public string? Text(TextReference? reference) => Private.Find(reference);

    /// <summary>Returns a text of the report as this case handles it: of a split report that of the first part.</summary>
    public string? Reported(string name) =>
        (State.Split is { } split ? Text(new TextReference(split.Event, TextNames.OfPart(1, name))) : null)
            ?? ReportedInAll(name);

    /// <summary>Returns a text of the report as it came in.</summary>
    public string? ReportedInAll(string name) => Text(new TextReference(1, name));

    public string Title => Reported(TextNames.Title) ?? "[gewist]";

    /// <summary>Builds a case from its events and the private part as it is stored.</summary>
    internal static CaseFile Of(
        CaseNumber number, IReadOnlyList<CaseEvent> events, PrivateCase held, long position, string? tag) => new()
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
