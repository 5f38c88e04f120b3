namespace LocalHost.Lokaal.Mail;

/// <summary>The body of <c>POST /v3/mail/send</c>, as far as a mailbox needs it.</summary>
internal sealed record MailRequest
{
    public IReadOnlyList<Personalization?>? Personalizations { get; init; }

    public Party? From { get; init; }

    public Party? ReplyTo { get; init; }

    public string? Subject { get; init; }

    public IReadOnlyList<MailPart?>? Content { get; init; }

    public IReadOnlyDictionary<string, string?>? Headers { get; init; }

    public IReadOnlyList<string?>? Categories { get; init; }

    public IReadOnlyDictionary<string, string?>? CustomArgs { get; init; }

    public string? TemplateId { get; init; }
}

/// <summary>One mail of a request: its recipients, and what it has of its own.</summary>
internal sealed record Personalization
{
    public IReadOnlyList<Party?>? To { get; init; }

    public IReadOnlyList<Party?>? Cc { get; init; }

    public IReadOnlyList<Party?>? Bcc { get; init; }

    public string? Subject { get; init; }

    public IReadOnlyDictionary<string, string?>? Headers { get; init; }

    public IReadOnlyDictionary<string, string?>? CustomArgs { get; init; }
}

/// <summary>An address with a name.</summary>
internal sealed record Party(string? Email, string? Name = null);

/// <summary>A body of a mail with its MIME type.</summary>
internal sealed record MailPart(string? Type, string? Value);

/// <summary>Why a request is refused, as the API says it.</summary>
internal sealed record MailError(string Message, string? Field = null, string? Help = null);
