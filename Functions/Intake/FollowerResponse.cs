using System.Text.Json.Serialization;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Web;

namespace RegelLoket.Intake;

/// <summary>
/// The view of an organisation that joined a published case: the public text, the steps, and its own texts. It excludes
/// the dialogue of reporter and desk.
/// </summary>
public sealed record FollowerResponse
{
    [JsonPropertyName("volgnummer")]
    public required string Number { get; init; }

    [JsonPropertyName("titel")]
    public required string Title { get; init; }

    [JsonPropertyName("status")]
    public required string Status { get; init; }

    [JsonPropertyName("aangeslotenOp")]
    public required DateTimeOffset JoinedAt { get; init; }

    [JsonPropertyName("stappen")]
    public required IReadOnlyList<ReportStep> Steps { get; init; }

    /// <summary>The current step in one sentence.</summary>
    [JsonPropertyName("watNu")]
    public required string WhatNow { get; init; }

    /// <summary>The answer as published; null when it was removed from the library.</summary>
    [JsonPropertyName("antwoord")]
    public string? Answer { get; init; }

    /// <summary>The address of the whole text.</summary>
    [JsonPropertyName("adres")]
    public string? Address { get; init; }

    /// <summary>The number of organisations with this bottleneck, including the reporter's own.</summary>
    [JsonPropertyName("organisaties")]
    public required int Organisations { get; init; }

    [JsonPropertyName("mensen")]
    public int? People { get; init; }

    /// <summary>The organisation's own text.</summary>
    [JsonPropertyName("gevolgen")]
    public string? Consequences { get; init; }

    public static FollowerResponse Of(FollowedCase followed, PublishedMatch? item)
    {
        var state = followed.File.State;
        var joined = followed.File.Events.First(e => e.What is CaseJoined own && own.Follower == followed.Follower);
        return new FollowerResponse
        {
            Number = followed.Number.ToString(),
            Title = item?.Title ?? "Deze zaak staat niet meer in de bibliotheek",
            Status = state.Status.Slug(),
            JoinedAt = joined.At,
            Steps = ReportResponse.StepsOf(followed.File),
            WhatNow = item is null ? "De tekst is uit de bibliotheek gehaald. Jullie aantallen tellen nog wel mee."
                : state.IsOpen ? "De zaak is weer open. We kijken er opnieuw naar."
                : "Er is een antwoord. Verandert er iets? Dan zie je dat hier.",
            Answer = item?.Answer,
            Address = item?.Address,
            Organisations = 1 + state.Followers.Length,
            People = ((CaseJoined)joined.What).People,
            Consequences = followed.File.Text(joined.Text(TextNames.Consequences)),
        };
    }
}
