using System.Text.Json;
using System.Text.Json.Serialization;
using RegelLoket.Cases;
using RegelLoket.Escalation.Inbound;

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

/// <summary>When which step of the ladder comes, in working days after the day on which the answer is due; negative is before.</summary>
public sealed record ReminderOffsets
{
    public int Before { get; init; } = -5;

    public int OnTheDay { get; init; }

    public int After { get; init; } = 5;

    public int Coordinator { get; init; } = 10;

    public int SecondContact { get; init; } = 15;

    /// <summary>Whether the steps follow each other.</summary>
    [JsonIgnore]
    public bool IsOrdered => Before < OnTheDay && OnTheDay < After && After < Coordinator && Coordinator <= SecondContact;
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(MinistryContacts))]
[JsonSerializable(typeof(AccessState))]
[JsonSerializable(typeof(SessionContent))]
[JsonSerializable(typeof(AnswerDraft))]
[JsonSerializable(typeof(InboundMail))]
internal sealed partial class EscalationJson : JsonSerializerContext;
