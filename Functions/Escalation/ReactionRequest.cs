using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Escalation;

/// <summary>What a ministry can do with a question.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReactionKind>))]
public enum ReactionKind
{
    [JsonStringEnumMemberName("ontvangst"), Display(Name = "Ontvangen")]
    Acknowledge,

    [JsonStringEnumMemberName("antwoord"), Display(Name = "Antwoord")]
    Answer,

    [JsonStringEnumMemberName("wedervraag"), Display(Name = "Vraag terug")]
    AskBack,

    [JsonStringEnumMemberName("meerTijd"), Display(Name = "Meer tijd nodig")]
    MoreTime,

    [JsonStringEnumMemberName("nietBijOns"), Display(Name = "Hoort niet bij ons")]
    NotOurs,

    [JsonStringEnumMemberName("doorzetten"), Display(Name = "Doorgezet")]
    PassOn,
}

/// <summary>A ministry's reaction, from its page or by the API.</summary>
public sealed record ReactionRequest
{
    [JsonPropertyName("soort")]
    public required ReactionKind Kind { get; init; }

    [JsonPropertyName("tekst")]
    public string? Text { get; init; }

    /// <summary>With an answer: its gist.</summary>
    [JsonPropertyName("strekking")]
    public AnswerStance? Stance { get; init; }

    /// <summary>With an answer: the same for single rules.</summary>
    [JsonPropertyName("regels")]
    public IReadOnlyList<RuleReaction>? Rules { get; init; }

    /// <summary>With a request for more time: until when.</summary>
    [JsonPropertyName("tot")]
    public DateOnly? Until { get; init; }

    /// <summary>With passing on: the colleague's address, on one of the ministry's domains.</summary>
    [JsonPropertyName("email")]
    public string? Email { get; init; }
}

/// <summary>What a ministry says of one rule.</summary>
/// <param name="Rule">The place of the rule on the page, from 1.</param>
/// <param name="Stance">The gist of the answer.</param>
public sealed record RuleReaction([property: JsonPropertyName("regel")] int Rule,
    [property: JsonPropertyName("strekking")] AnswerStance Stance);
