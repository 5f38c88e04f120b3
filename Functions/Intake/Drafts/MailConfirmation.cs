using System.Text.Json.Serialization;
using RegelLoket.Storage;

namespace RegelLoket.Intake.Drafts;

/// <summary>A mailed code: its hash, its expiry and the number of wrong tries.</summary>
public sealed record MailConfirmation(string CodeHash, DateTimeOffset ExpiresAt, int WrongTries)
{
    /// <summary>The salt; null for a code from before there were salts, which is no longer valid.</summary>
    public string? Salt { get; init; }

    [JsonIgnore]
    public OneTimeCode? Code => Salt is { } salt ? new(CodeHash, salt, ExpiresAt) : null;
}
