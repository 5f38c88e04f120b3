using System.Text.Json;
using System.Text.Json.Serialization;
using Azure;
using RegelLoket.Cases;

namespace RegelLoket.Notifications;

/// <summary>A message on the mail queue: it identifies a mail and holds none of its content.</summary>
/// <param name="Case">The number of its case; empty for a mail of the desk.</param>
/// <param name="Key">The key of the mail.</param>
/// <param name="Entry">The mail as just planned, so that it need not be read again; none in a later message.</param>
/// <param name="Tag">The ETag of <paramref name="Entry"/>, with which a change fails when the mail changed
/// since.</param>
internal sealed record OutboxMessage(string Case, string Key, OutboxEntry? Entry = null, string? Tag = null)
{
    /// <summary>The mail as planned, if the message includes it.</summary>
    [JsonIgnore]
    public OutboxEntry? Planned =>
        Entry is not null && Tag is not null ? Entry with { Tag = new ETag(Tag), IsMarked = true } : null;

    /// <summary>The case of the mail; none for a mail of the desk.</summary>
    [JsonIgnore]
    public CaseNumber? Number => Case.Length == 0 ? null : CaseNumber.Parse(Case);

    public string ToJson() => JsonSerializer.Serialize(this, OutboxJson.Default.OutboxMessage);

    /// <exception cref="JsonException">The text is not such a message.</exception>
    public static OutboxMessage Parse(string json) =>
        JsonSerializer.Deserialize(json, OutboxJson.Default.OutboxMessage) is { Case: not null, Key: not null } message
            ? message
            : throw new JsonException("Not an outbox message.");
}
