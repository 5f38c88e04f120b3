using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace LocalHost.Lokaal.Mail;

/// <summary>
/// A report of the mail service on a mail, with the fields of
/// https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event.
/// </summary>
/// <param name="Name">The name in the address of these pages.</param>
/// <param name="Text">The text of the button.</param>
/// <param name="Event">The service's name of the event.</param>
/// <param name="Details">The fields of this event besides the common ones.</param>
internal sealed record MailReport(string Name, string Text, string Event, params (string Name, JsonNode? Value)[] Details)
{
    /// <summary>All reports, in the order of the buttons.</summary>
    public static readonly IReadOnlyList<MailReport> All =
    [
        new("bezorgd", "Bezorgd", "delivered", ("response", "250 2.0.0 OK"), ("tls", 1)),
        new("uitgesteld", "Uitgesteld", "deferred", ("response", "451 4.3.2 Try again later"), ("attempt", "1"), ("tls", 1)),
        new("teruggekomen", "Teruggekomen", "bounce", ("type", "bounce"), ("status", "5.1.1"), ("reason", "550 5.1.1 No such user"),
            ("bounce_classification", "Invalid Address"), ("tls", 1)),
        new("afgewezen", "Afgewezen", "bounce", ("type", "blocked"), ("status", "5.7.1"), ("reason", "550 5.7.1 Message rejected"),
            ("bounce_classification", "Content"), ("tls", 1)),
        new("tegengehouden", "Tegengehouden", "dropped", ("status", "5.0.0"), ("reason", "Bounced Address")),
        new("spam", "Als spam gemeld", "spamreport"),
    ];

    public static MailReport? Named(string name) => All.FirstOrDefault(report => report.Name == name);

    /// <summary>Returns the event on a mail; each has an id of its own.</summary>
    public JsonObject EventOf(KeptMail mail, DateTimeOffset now)
    {
        var report = new JsonObject
        {
            ["email"] = mail.To[0],
            ["timestamp"] = now.ToUnixTimeSeconds(),
            ["smtp-id"] = mail.MessageId,
            ["event"] = Event,
            ["category"] = new JsonArray([.. mail.Categories.Select(category => JsonValue.Create(category))]),
            ["sg_event_id"] = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24)),
            ["sg_message_id"] = $"{mail.Id}.recvd-localhost-1.0",
        };
        foreach (var (name, value) in Details)
        {
            report[name] = value?.DeepClone();
        }

        // The app's own arguments are added to the service's fields and do not replace them.
        foreach (var (name, value) in mail.CustomArgs)
        {
            report.TryAdd(name, value);
        }

        return report;
    }
}
