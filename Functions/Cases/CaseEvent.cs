using System.Text.Json.Serialization;

namespace RegelLoket.Cases;

/// <summary>
/// One line of a case's event stream: the change, its author and its moment. It holds no free text and no personal
/// data; <see cref="Texts"/> holds a salted hash of each text, and the text is stored in the private blob under this
/// event's number (see <see cref="PrivateCase"/>).
/// </summary>
public sealed record CaseEvent
{
    /// <summary>The sequence number, counted from 1 without gaps.</summary>
    public required int Number { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Actor By { get; init; }

    public required CaseChange What { get; init; }

    /// <summary>
    /// The lower-case hexadecimal SHA-256 of each text's salt and UTF-8 bytes, by the text's name (see
    /// <see cref="TextNames"/>).
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Texts { get; init; }

    /// <summary>
    /// The W3C <c>traceparent</c> of the cause of this event, so that everything that follows from it belongs to one
    /// trace; null for events from before this was stored.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Trace { get; init; }

    /// <summary>The request that caused this event; null for the system's own actions and for older events.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RequestMark? Request { get; init; }

    /// <summary>The SHA-256 of the previous hash and this event's bytes; see <see cref="EventLine"/>.</summary>
    [JsonIgnore]
    public string Hash { get; init; } = "";

    public TextReference Text(string name) => new(Number, name);
}
