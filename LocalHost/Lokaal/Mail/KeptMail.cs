using System.Text.Json.Serialization;

namespace LocalHost.Lokaal.Mail;

/// <summary>A mail in the mailbox, as in <c>/lokaal/postbus.json</c>. Attachments are not stored.</summary>
/// <param name="Id">The mail service's id of it.</param>
/// <param name="MessageId">The header Message-ID, with the angle brackets.</param>
/// <param name="From">The address of the sender.</param>
/// <param name="ReplyTo">The address for a reply; empty when the mail has none.</param>
/// <param name="To">The addresses of the recipients.</param>
/// <param name="Cc">The addresses that get a copy.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Text">The plain text, or empty.</param>
/// <param name="Html">The HTML, or empty.</param>
/// <param name="Headers">The other headers.</param>
/// <param name="Categories">The categories in the app's statistics.</param>
/// <param name="CustomArgs">The values that the mail service returns with every report on it.</param>
/// <param name="SentAt">The moment of arrival, by the desk's clock.</param>
internal sealed record KeptMail(
    string Id, string MessageId, string From, string ReplyTo, IReadOnlyList<string> To, IReadOnlyList<string> Cc, string Subject,
    string Text, string Html, IReadOnlyDictionary<string, string> Headers, IReadOnlyList<string> Categories,
    IReadOnlyDictionary<string, string> CustomArgs, DateTimeOffset SentAt)
{
    /// <summary>The address to which a reply is sent.</summary>
    [JsonIgnore]
    public string ReplyAddress => ReplyTo.Length > 0 ? ReplyTo : From;

    /// <summary>Whether a text is in an address, the subject or an identifier.</summary>
    public bool Mentions(string text) =>
        new[] { From, ReplyTo, Subject }.Concat(To).Concat(Cc).Concat(Categories).Concat(CustomArgs.Values)
            .Any(value => value.Contains(text, StringComparison.OrdinalIgnoreCase));
}
