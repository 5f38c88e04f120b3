using RegelLoket.Cases;

namespace RegelLoket.Notifications;

/// <summary>A mail as it goes out.</summary>
public sealed record Mail
{
    /// <summary>The same at every attempt to send this mail, with its angle brackets.</summary>
    public required string MessageId { get; init; }

    public required MailParty From { get; init; }

    public required MailParty ReplyTo { get; init; }

    public required EmailAddress To { get; init; }

    public required string Subject { get; init; }

    public required string Text { get; init; }

    public required string Html { get; init; }

    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>What the mail service gives back with every report on this mail: ids only.</summary>
    public required IReadOnlyDictionary<string, string> CustomArgs { get; init; }
}

/// <summary>An address with the name that a reader sees; the name is ours, never a user's.</summary>
public sealed record MailParty(string Name, EmailAddress Address);

/// <summary>What came of handing a mail over.</summary>
public abstract record SendResult
{
    private SendResult()
    {
    }

    /// <summary>The service has it.</summary>
    public sealed record Accepted(string? ProviderId) : SendResult;

    /// <summary>Not now: busy, broken or not reachable.</summary>
    public sealed record TryLater(string Fault, TimeSpan? After = null) : SendResult;

    /// <summary>The service may have it or not: its answer did not come.</summary>
    public sealed record Unknown(string Fault) : SendResult;

    /// <summary>This mail will never be taken.</summary>
    public sealed record Refused(string Fault) : SendResult;

    /// <summary>The desk itself is refused: a wrong or withdrawn key. Sending stops until somebody mends it.</summary>
    public sealed record Stopped(string Fault) : SendResult;
}

/// <summary>Hands mails to whatever carries them.</summary>
public interface IMailSender
{
    Task<SendResult> SendAsync(Mail mail, CancellationToken cancellation);
}
