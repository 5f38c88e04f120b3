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

    /// <summary>The gist, for an answer.</summary>
    [JsonPropertyName("strekking")]
    public AnswerStance? Stance { get; init; }

    /// <summary>The gist for single rules, for an answer.</summary>
    [JsonPropertyName("regels")]
    public IReadOnlyList<RuleReaction>? Rules { get; init; }

    /// <summary>The requested day, for a request for more time.</summary>
    [JsonPropertyName("tot")]
    public DateOnly? Until { get; init; }

    /// <summary>The colleague's address on one of the ministry's domains, for passing on.</summary>
    [JsonPropertyName("email")]
    public string? Email { get; init; }
}
