using System.Text.Json;
using System.Text.Json.Serialization;
using Azure;
using RegelLoket.Cases;

namespace RegelLoket.Notifications;

/// <summary>What goes over the queue: which mail, and nothing that it says.</summary>
/// <param name="Case">The number of its case; empty for a mail of the desk.</param>
/// <param name="Key">Its key.</param>
/// <param name="Entry">The mail as it was planned a moment ago, so that it is not read again; none in a message that came later.</param>
/// <param name="Tag">The stored form that <paramref name="Entry"/> is: anyone who changes the mail by it is refused when it changed
/// since.</param>
internal sealed record OutboxMessage(string Case, string Key, OutboxEntry? Entry = null, string? Tag = null)
{
    /// <summary>The mail as it was planned, if the message tells.</summary>
    [JsonIgnore]
    public OutboxEntry? Planned => Entry is not null && Tag is not null ? Entry with { Tag = new ETag(Tag), IsMarked = true } : null;

    /// <summary>The case of the mail; none for a mail of the desk.</summary>
    [JsonIgnore]
    public CaseNumber? Number => Case.Length == 0 ? null : CaseNumber.Parse(Case);

    public string ToJson() => JsonSerializer.Serialize(this, OutboxJson.Default.OutboxMessage);

    /// <exception cref="JsonException">The text is not such a message.</exception>
    public static OutboxMessage Parse(string json) =>
        JsonSerializer.Deserialize(json, OutboxJson.Default.OutboxMessage) is { Case: not null, Key: not null } message ? message
            : throw new JsonException("Not an outbox message.");
}
