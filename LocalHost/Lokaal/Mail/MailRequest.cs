namespace LocalHost.Lokaal.Mail;

/// <summary>The fields of the body of <c>POST /v3/mail/send</c> that a mailbox needs.</summary>
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
