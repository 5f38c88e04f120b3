using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Outcome;

/// <summary>The outcome of a case as the API gives it back.</summary>
public sealed record OutcomeResponse
{
    [JsonPropertyName("zaaknummer")]
    public required CaseNumber Number { get; init; }

    [JsonPropertyName("status")]
    public required CaseStatus Status { get; init; }

    [JsonPropertyName("uitkomst")]
    public OutcomeKind? Outcome { get; init; }

    /// <summary>What the reporter reads.</summary>
    [JsonPropertyName("brief")]
    public OutcomeLetter? Letter { get; init; }

    /// <summary>For colleagues only.</summary>
    [JsonPropertyName("reden")]
    public string? Reason { get; init; }

    [JsonPropertyName("reagerenTotEnMet")]
    public DateOnly? DisputeBefore { get; init; }

    [JsonPropertyName("bezwaarLoopt")]
    public bool IsDisputed { get; init; }

    [JsonPropertyName("effect")]
    public IReadOnlyList<EffectResponse> Effects { get; init; } = [];

    public static OutcomeResponse Of(CaseFile file) => ForReporter(file) with { Reason = file.Text(file.State.Outcome?.Reason) };

    public static OutcomeResponse ForReporter(CaseFile file) => new()
    {
        Number = file.Number,
        Status = file.State.Status,
        Outcome = file.State.Outcome?.Kind,
        Letter = OutcomeLetter.Of(file),
        DisputeBefore = file.State.Outcome?.DisputeBefore,
        IsDisputed = file.State.Dispute is not null,
        Effects = [.. file.State.Effects.Select(e => new EffectResponse(e.Moment, e.AskedAt, e.Noticed))],
    };
}

/// <summary>One question on the effect and its answer.</summary>
public sealed record EffectResponse(
    [property: JsonPropertyName("moment")] EffectMoment Moment, [property: JsonPropertyName("gevraagdOp")]
        DateTimeOffset AskedAt, [property: JsonPropertyName("merkbaar")] EffectNoticed? Noticed);

/// <summary>What the desk says to the reporter.</summary>
public sealed record OutcomeReplyRequest([property: JsonPropertyName("tekst")] string? Text);

/// <summary>What the reporter says against the outcome.</summary>
public sealed record DisputeRequest([property: JsonPropertyName("toelichting")] string? Explanation);

/// <summary>The reporter's answer to the question on the effect.</summary>
public sealed record EffectRequest
{
    [JsonPropertyName("moment")]
    public EffectMoment? Moment { get; init; }

    [JsonPropertyName("merkbaar")]
    public EffectNoticed? Noticed { get; init; }

    [JsonPropertyName("toelichting")]
    public string? Explanation { get; init; }
}
