using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Escalation;

/// <summary>Asks one or more ministries.</summary>
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

    /// <summary>The positions of the rules in the context analysis; the ministry's own rules when left out.</summary>
    [JsonPropertyName("overRegels")]
    public IReadOnlyList<int>? Rules { get; init; }

    /// <summary>
    /// The day on which the answer is due, moved to the next working day; the ministry's own term when left out.
    /// </summary>
    [JsonPropertyName("reactieVoor")]
    public DateOnly? ReplyBefore { get; init; }
}

/// <summary>Answers a ministry's question to the desk.</summary>
public sealed record MinistryAnswerRequest
{
    [JsonPropertyName("ministerie")]
    public required Ministry Ministry { get; init; }

    [JsonPropertyName("tekst")]
    public required string Text { get; init; }
}

/// <summary>Decides on a ministry's request for more time.</summary>
public sealed record MoreTimeDecisionRequest
{
    [JsonPropertyName("ministerie")]
    public required Ministry Ministry { get; init; }

    [JsonPropertyName("toegekend")]
    public required bool Granted { get; init; }

    /// <summary>A day other than the one that the ministry asked for.</summary>
    [JsonPropertyName("reactieVoor")]
    public DateOnly? ReplyBefore { get; init; }
}

/// <summary>An explanation of how contradicting answers fit together, in one line.</summary>
public sealed record ContradictionRequest
{
    [JsonPropertyName("toelichting")]
    public required string Explanation { get; init; }
}

/// <summary>Decides whether a ministry's mail is its answer.</summary>
public sealed record MailedAnswerDecisionRequest
{
    [JsonPropertyName("ministerie")]
    public required Ministry Ministry { get; init; }

    /// <summary>The number of the mail in the case; the only undecided mail when left out.</summary>
    [JsonPropertyName("mail")]
    public int? Mail { get; init; }

    [JsonPropertyName("overnemen")]
    public required bool Accepted { get; init; }
}
