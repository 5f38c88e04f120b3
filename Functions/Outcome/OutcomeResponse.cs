using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Outcome;

/// <summary>The outcome of a case in the API.</summary>
public sealed record OutcomeResponse
{
    [JsonPropertyName("zaaknummer")]
    public required CaseNumber Number { get; init; }

    [JsonPropertyName("status")]
    public required CaseStatus Status { get; init; }

    [JsonPropertyName("uitkomst")]
    public OutcomeKind? Outcome { get; init; }

    /// <summary>The letter to the reporter.</summary>
    [JsonPropertyName("brief")]
    public OutcomeLetter? Letter { get; init; }

    /// <summary>The reason, for colleagues only.</summary>
    [JsonPropertyName("reden")]
    public string? Reason { get; init; }

    [JsonPropertyName("reagerenTotEnMet")]
    public DateOnly? DisputeBefore { get; init; }

    [JsonPropertyName("bezwaarLoopt")]
    public bool IsDisputed { get; init; }

    [JsonPropertyName("effect")]
    public IReadOnlyList<EffectResponse> Effects { get; init; } = [];

    public static OutcomeResponse Of(CaseFile file) =>
        ForReporter(file) with { Reason = file.Text(file.State.Outcome?.Reason) };

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
