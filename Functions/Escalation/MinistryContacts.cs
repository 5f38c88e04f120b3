using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Escalation;

/// <summary>The contacts and terms of a ministry, managed by a coordinator. Each change is a new version.</summary>
public sealed record MinistryContacts
{
    public required Ministry Ministry { get; init; }

    public int Version { get; init; }

    /// <summary>The functional mailbox.</summary>
    public required EmailAddress Mailbox { get; init; }

    /// <summary>The contact for a mailbox that does not answer or does not exist.</summary>
    public EmailAddress? SecondContact { get; init; }

    /// <summary>The ministry's own mail domains, in lower case; access codes are sent only to these.</summary>
    public required IReadOnlyList<string> Domains { get; init; }

    /// <summary>The term in working days when the analyst chooses no other day.</summary>
    public int AnswerTerm { get; init; } = 20;

    [JsonPropertyName("ladder")]
    public ReminderOffsets Reminders { get; init; } = new();

    /// <summary>The executive bodies (uitvoerders) that answer through this ministry.</summary>
    public IReadOnlyList<string> ExecutiveBodies { get; init; } = [];

    public string ChangedBy { get; init; } = "";

    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>The request that stored this version; null in versions from before this was stored.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RequestMark? Request { get; init; }

    /// <summary>Whether an address belongs to the ministry: on one of its domains or a subdomain.</summary>
    public bool Owns(EmailAddress address) =>
        Domains.Any(d => address.Domain == d || address.Domain.EndsWith($".{d}", StringComparison.Ordinal));
}
