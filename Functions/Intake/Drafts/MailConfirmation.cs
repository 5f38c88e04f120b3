using System.Text.Json.Serialization;
using RegelLoket.Storage;

namespace RegelLoket.Intake.Drafts;

/// <summary>A code that was mailed: its hash, until when it works and how often it was typed wrong.</summary>
public sealed record MailConfirmation(string CodeHash, DateTimeOffset ExpiresAt, int WrongTries)
{
    /// <summary>Null for a code of before codes had one; that no longer works.</summary>
    public string? Salt { get; init; }

    [JsonIgnore]
    public OneTimeCode? Code => Salt is { } salt ? new(CodeHash, salt, ExpiresAt) : null;
}
