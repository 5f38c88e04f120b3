using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Escalation;

/// <summary>How a ministry is reached and how long it gets: data that a coordinator keeps. Each change is a new version.</summary>
public sealed record MinistryContacts
{
    public required Ministry Ministry { get; init; }

    public int Version { get; init; }

    /// <summary>The functional mailbox.</summary>
    public required EmailAddress Mailbox { get; init; }

    /// <summary>Who is mailed when the mailbox stays silent or does not exist.</summary>
    public EmailAddress? SecondContact { get; init; }

    /// <summary>The ministry's own mail domains, in lower case; an access code goes nowhere else.</summary>
    public required IReadOnlyList<string> Domains { get; init; }

    /// <summary>Working days to answer when the analyst names no other day.</summary>
    public int AnswerTerm { get; init; } = 20;

    [JsonPropertyName("ladder")]
    public ReminderOffsets Reminders { get; init; } = new();

    /// <summary>The executive bodies (uitvoerders) that answer through this ministry.</summary>
    public IReadOnlyList<string> ExecutiveBodies { get; init; } = [];

    public string ChangedBy { get; init; } = "";

    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>The request that asked for this version; null in versions from before this was kept.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RequestMark? Request { get; init; }

    /// <summary>Whether an address belongs to the ministry: one of its domains or a part of one.</summary>
    public bool Owns(EmailAddress address) =>
        Domains.Any(d => address.Domain == d || address.Domain.EndsWith($".{d}", StringComparison.Ordinal));
}
