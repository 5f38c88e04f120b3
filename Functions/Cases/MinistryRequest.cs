using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace RegelLoket.Cases;

/// <summary>The state of the request to one ministry.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RequestStatus>))]
public enum RequestStatus
{
    [JsonStringEnumMemberName("gevraagd"), Display(Name = "Gevraagd")]
    Asked,

    [JsonStringEnumMemberName("ontvangst-bevestigd"), Display(Name = "Ontvangst bevestigd")]
    Acknowledged,

    [JsonStringEnumMemberName("wedervraag"), Display(Name = "Wedervraag")]
    AskedBack,

    [JsonStringEnumMemberName("beantwoord"), Display(Name = "Beantwoord")]
    Answered,

    [JsonStringEnumMemberName("niet-bij-ons"), Display(Name = "Niet bij ons")]
    NotOurs,
}

/// <summary>The question to one ministry: with its own clock, dialogue and answer.</summary>
public sealed record MinistryRequest
{
    public required Ministry Ministry { get; init; }

    public RequestStatus Status { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public required DateOnly ReplyBefore { get; init; }

    public required TextReference Question { get; init; }

    /// <summary>SHA-256 of the secret in the newest link.</summary>
    public required string LinkHash { get; init; }

    public required DateOnly LinkExpiresOn { get; init; }

    public DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary>Since when the clock is paused because the ministry asked back.</summary>
    public DateOnly? PausedOn { get; init; }

    /// <summary>The day until which the ministry asked for more time, while nobody has decided on it.</summary>
    public DateOnly? MoreTimeUntil { get; init; }

    public int PassedOnCount { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public bool Late { get; init; }

    public TextReference? Answer { get; init; }

    /// <summary>The gist of the answer.</summary>
    public AnswerStance? Stance { get; init; }

    public ImmutableArray<RuleStance> Rules { get; init; } = [];

    /// <summary>What the ministry mailed and nobody has decided on.</summary>
    public TextReference? MailedAnswer { get; init; }

    public DateOnly? MailedOn { get; init; }

    public bool MailedAnswerIsProven { get; init; }

    public ImmutableArray<DialogueTurn> Dialogue { get; init; } = [];

    /// <summary>Whether an answer on <paramref name="day"/> comes after the term; never while the clock is paused.</summary>
    public bool IsLateOn(DateOnly day) => day > ReplyBefore && PausedOn is null;

    public bool HasEnded => Status is RequestStatus.Answered or RequestStatus.NotOurs;
}
