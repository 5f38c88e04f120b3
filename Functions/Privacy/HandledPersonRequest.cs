using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Privacy;

/// <summary>
/// The record of a handled request: what was shown or destroyed, in which cases and by whom. It holds nothing about the
/// person or the content.
/// </summary>
public sealed record HandledPersonRequest
{
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    [JsonPropertyName("soort")]
    public required PersonRequestKind Kind { get; init; }

    [JsonPropertyName("controle"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PersonVerification? Verification { get; init; }

    [JsonPropertyName("door")]
    public required string By { get; init; }

    [JsonPropertyName("begonnenOp")]
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The moment of completion; null while it is in progress.</summary>
    [JsonPropertyName("klaarOp"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? DoneAt { get; init; }

    [JsonPropertyName("zaken")]
    public required IReadOnlyList<PersonRequestLine> Lines { get; init; }

    /// <summary>The inbound mails that were shown or destroyed.</summary>
    [JsonPropertyName("binnengekomenMails")]
    public IReadOnlyList<PersonMailLine> Mails { get; init; } = [];

    /// <summary>Whether something was followed by mail, which was shown or ended.</summary>
    [JsonPropertyName("volgdePerMail")]
    public bool Followed { get; init; }

    /// <summary>The subscriber whose data is to be erased; null when there is none, or when it is done.</summary>
    [JsonPropertyName("abonnee"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Subscriber { get; init; }

    [JsonIgnore]
    public ErasedData? Erases => ErasureOf(Kind);

    public static ErasedData? ErasureOf(PersonRequestKind kind) => kind switch
    {
        PersonRequestKind.EraseAll => ErasedData.Texts,
        PersonRequestKind.EraseReporter => ErasedData.Reporter,
        _ => null,
    };
}
