using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Escalation;

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
