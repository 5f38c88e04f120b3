using System.Text.Json.Serialization;

namespace LocalHost.Lokaal.Mail;

/// <summary>A mail in the mailbox, as <c>/lokaal/postbus.json</c> shows it. Attachments are not kept.</summary>
/// <param name="Id">The mail service's id of it.</param>
/// <param name="MessageId">Its header Message-ID, with the angle brackets.</param>
/// <param name="From">The address of the sender.</param>
/// <param name="ReplyTo">The address for a reply; empty where the mail names none.</param>
/// <param name="To">The addresses that it is for.</param>
/// <param name="Cc">The addresses that get a copy.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Text">The plain text, or empty.</param>
/// <param name="Html">The html, or empty.</param>
/// <param name="Headers">The other headers.</param>
/// <param name="Categories">What the app counts it under.</param>
/// <param name="CustomArgs">What the mail service gives back with every report on it.</param>
/// <param name="SentAt">When it came, by the desk's clock.</param>
internal sealed record KeptMail(
    string Id, string MessageId, string From, string ReplyTo, IReadOnlyList<string> To, IReadOnlyList<string> Cc, string Subject,
    string Text, string Html, IReadOnlyDictionary<string, string> Headers, IReadOnlyList<string> Categories,
    IReadOnlyDictionary<string, string> CustomArgs, DateTimeOffset SentAt)
{
    /// <summary>Where a reply goes.</summary>
    [JsonIgnore]
    public string ReplyAddress => ReplyTo.Length > 0 ? ReplyTo : From;

    /// <summary>Whether a text is in an address, the subject or an identifier.</summary>
    public bool Mentions(string text) =>
        new[] { From, ReplyTo, Subject }.Concat(To).Concat(Cc).Concat(Categories).Concat(CustomArgs.Values)
            .Any(value => value.Contains(text, StringComparison.OrdinalIgnoreCase));
}
