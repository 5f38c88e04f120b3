using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Escalation;

/// <summary>Puts a case to one or more ministries.</summary>
public sealed record EscalationRequest
{
    [JsonPropertyName("ministeries")]
    public required IReadOnlyList<MinistryQuestion> Ministries { get; init; }
}

/// <summary>The question to one ministry.</summary>
public sealed record MinistryQuestion
{
    [JsonPropertyName("ministerie")]
    public required Ministry Ministry { get; init; }

    [JsonPropertyName("vraag")]
    public required string Question { get; init; }

    /// <summary>The rules that it is about, by their place in the context analysis; without them the ministry's own.</summary>
    [JsonPropertyName("overRegels")]
    public IReadOnlyList<int>? Rules { get; init; }

    /// <summary>The day on which the answer is due, moved on to a working day; the ministry's own term when it is left out.</summary>
    [JsonPropertyName("reactieVoor")]
    public DateOnly? ReplyBefore { get; init; }
}

/// <summary>The analyst answers what a ministry asked back.</summary>
public sealed record MinistryAnswerRequest
{
    [JsonPropertyName("ministerie")]
    public required Ministry Ministry { get; init; }

    [JsonPropertyName("tekst")]
    public required string Text { get; init; }
}

/// <summary>The analyst decides on a ministry's request for more time.</summary>
public sealed record MoreTimeDecisionRequest
{
    [JsonPropertyName("ministerie")]
    public required Ministry Ministry { get; init; }

    [JsonPropertyName("toegekend")]
    public required bool Granted { get; init; }

    /// <summary>Another day than the one that the ministry asked for.</summary>
    [JsonPropertyName("reactieVoor")]
    public DateOnly? ReplyBefore { get; init; }
}

/// <summary>One line on how contradicting answers go together.</summary>
public sealed record ContradictionRequest
{
    [JsonPropertyName("toelichting")]
    public required string Explanation { get; init; }
}

/// <summary>The analyst decides whether what a ministry mailed is its answer.</summary>
public sealed record MailedAnswerDecisionRequest
{
    [JsonPropertyName("ministerie")]
    public required Ministry Ministry { get; init; }

    /// <summary>The number of the mail, as the case gives it; without it the only one that waits.</summary>
    [JsonPropertyName("mail")]
    public int? Mail { get; init; }

    [JsonPropertyName("overnemen")]
    public required bool Accepted { get; init; }
}
