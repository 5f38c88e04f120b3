using System.Text.Json.Serialization;
using RegelLoket.Cases;
using RegelLoket.Escalation.Inbound;

namespace RegelLoket.Privacy;

/// <summary>An inbound mail that involves a person, by its stored name; it holds nothing about the person.</summary>
public sealed record PersonMailLine
{
    /// <summary>The case; null for a mail that belongs to no case.</summary>
    [JsonPropertyName("zaaknummer"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CaseNumber? Number { get; init; }

    [JsonPropertyName("ontvangenOp")]
    public required DateTimeOffset ReceivedAt { get; init; }

    [JsonPropertyName("kenmerk")]
    public required string Name { get; init; }

    public static PersonMailLine Of(string name, InboundMail mail) =>
        new() { Number = InboundMailStore.CaseOf(name), ReceivedAt = mail.ReceivedAt, Name = name };
}
