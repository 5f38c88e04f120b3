using System.Text.Json.Serialization;

namespace RegelLoket.Cases;

/// <summary>
/// One line of a case's stream: who changed what, and when. It holds no free text and no personal data; <see cref="Texts"/> holds a salted
/// hash of each text, which itself is stored in the private blob under this event's number (see <see cref="PrivateCase"/>).
/// </summary>
public sealed record CaseEvent
{
    /// <summary>Counts from 1 without gaps.</summary>
    public required int Number { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Actor By { get; init; }

    public required CaseChange What { get; init; }

    /// <summary>
    /// Per text of this event (a name of <see cref="TextNames"/>): the lower-case hexadecimal SHA-256 of its salt and its UTF-8 bytes.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Texts { get; init; }

    /// <summary>
    /// The W3C <c>traceparent </c> of what caused this event, so that all that follows from it belongs to one trace; null for events from
    /// before this was kept.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Trace { get; init; }

    /// <summary>The request that asked for it; null for what the desk did by itself, and for events from before this was kept.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RequestMark? Request { get; init; }

    /// <summary>SHA-256 over the previous event's hash and this event's canonical bytes; see <see cref="EventLine"/>.</summary>
    [JsonIgnore]
    public string Hash { get; init; } = "";

    /// <summary>Where a text of this event is found.</summary>
    public TextReference Text(string name) => new(Number, name);
}
