using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Outcome;

/// <summary>
/// The body of <c>POST /v1/zaken/{n}/uitkomsten</c>. Which fields an outcome needs is defined by
/// <see cref="OutcomeTemplate"/>.
/// </summary>
public sealed record OutcomeRequest
{
    [JsonPropertyName("uitkomst")]
    public OutcomeKind? Outcome { get; init; }

    [JsonPropertyName("tekstVoorMelder")]
    public string? ReporterText { get; init; }

    /// <summary>The reason for the outcome, for colleagues and for the record.</summary>
    [JsonPropertyName("reden")]
    public string? Reason { get; init; }

    [JsonPropertyName("regel")]
    public OutcomeRuleRequest? Rule { get; init; }

    [JsonPropertyName("watZegtDeRegel")]
    public string? RuleSays { get; init; }

    [JsonPropertyName("watMagJe")]
    public string? WhatYouMay { get; init; }

    [JsonPropertyName("bevestigdDoor")]
    public string? ConfirmedBy { get; init; }

    [JsonPropertyName("bevestigdOp")]
    public DateOnly? ConfirmedOn { get; init; }

    [JsonPropertyName("wasZo")]
    public string? RuleBefore { get; init; }

    [JsonPropertyName("wordtZo")]
    public string? RuleAfter { get; init; }

    [JsonPropertyName("gepubliceerdIn")]
    public string? PublishedIn { get; init; }

    [JsonPropertyName("geldtVanaf")]
    public DateOnly? HoldsFrom { get; init; }

    [JsonPropertyName("geldtTot")]
    public DateOnly? HoldsUntil { get; init; }

    [JsonPropertyName("verwezenNaar")]
    public string? ReferredTo { get; init; }
}
