namespace LocalHost.Lokaal.Mail;

/// <summary>One mail of a request: its recipients, and its own values.</summary>
internal sealed record Personalization
{
    public IReadOnlyList<Party?>? To { get; init; }

    public IReadOnlyList<Party?>? Cc { get; init; }

    public IReadOnlyList<Party?>? Bcc { get; init; }

    public string? Subject { get; init; }

    public IReadOnlyDictionary<string, string?>? Headers { get; init; }

    public IReadOnlyDictionary<string, string?>? CustomArgs { get; init; }
}
