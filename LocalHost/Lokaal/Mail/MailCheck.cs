using System.Net.Mail;
using System.Text;

namespace LocalHost.Lokaal.Mail;

/// <summary>
/// Finds the errors for which SendGrid would refuse a mail:
/// https://www.twilio.com/docs/sendgrid/api-reference/mail-send/errors.
/// </summary>
internal static class MailCheck
{
    private const int MostRecipients = 1000;
    private const int MostCategories = 10;
    private const int LongestCategory = 255;
    private const int MostArgumentBytes = 10_000;
    private const string Help = "https://www.twilio.com/docs/sendgrid/api-reference/mail-send/errors#";

    private static readonly string[] ReservedHeaders =
    [
        "x-sg-id", "x-sg-eid", "received", "dkim-signature", "content-type", "content-transfer-encoding",
        "to", "from", "subject", "reply-to", "cc", "bcc",
    ];

    /// <summary>Returns all errors; none when the mail would be accepted.</summary>
    public static IReadOnlyList<MailError> Of(MailRequest mail)
    {
        var shared = string.Concat(mail.CustomArgs?.Select(pair => pair.Key + pair.Value) ?? []);
        var found = Recipients(mail).Concat(Senders(mail)).Concat(Subjects(mail)).Concat(Contents(mail))
            .Concat(Headers("headers", mail.Headers)).Concat(Categories(mail)).Concat(Arguments("custom_args", mail.CustomArgs, ""));
        for (var i = 0; i < mail.Personalizations?.Count; i++)
        {
            var (person, at) = (mail.Personalizations[i], $"personalizations.{i}");
            found = found.Concat(Headers($"{at}.headers", person?.Headers))
                .Concat(Arguments($"{at}.custom_args", person?.CustomArgs, shared));
        }

        return [.. found];
    }

    private static MailError Wrong(string message, string field) => new(message, field, Help + field.Split('.')[0]);

    private static IEnumerable<MailError> Recipients(MailRequest mail)
    {
        if (mail.Personalizations is not { Count: > 0 and <= MostRecipients } people)
        {
            yield return Wrong($"Give one to {MostRecipients} personalizations.", "personalizations");
            yield break;
        }

        if (people.Sum(person => All(person).Count()) > MostRecipients)
        {
            yield return Wrong($"A request has at most {MostRecipients} recipients.", "personalizations");
        }

        for (var i = 0; i < people.Count; i++)
        {
            if (people[i]?.To is not { Count: > 0 })
            {
                yield return Wrong("A personalization must have at least one recipient.", $"personalizations.{i}.to");
            }

            foreach (var error in Addresses(people[i], $"personalizations.{i}"))
            {
                yield return error;
            }
        }
    }

    private static IEnumerable<Party?> All(Personalization? person) =>
        (person?.To ?? []).Concat(person?.Cc ?? []).Concat(person?.Bcc ?? []);

    private static IEnumerable<MailError> Addresses(Personalization? person, string at)
    {
        var lists = new[] { ("to", person?.To), ("cc", person?.Cc), ("bcc", person?.Bcc) };
        foreach (var (name, list) in lists)
        {
            for (var i = 0; i < list?.Count; i++)
            {
                if (!IsAddress(list[i]?.Email))
                {
                    yield return Wrong("This is no valid address.", $"{at}.{name}.{i}.email");
                }
            }
        }

        var addresses = All(person).Select(party => party?.Email).OfType<string>().ToList();
        if (addresses.Distinct(StringComparer.OrdinalIgnoreCase).Count() < addresses.Count)
        {
            yield return Wrong("An address may stand once in a personalization.", at);
        }
    }

    private static IEnumerable<MailError> Senders(MailRequest mail)
    {
        if (!IsAddress(mail.From?.Email))
        {
            yield return Wrong("The sender has no valid address.", "from.email");
        }

        if (mail.ReplyTo is { } reply && !IsAddress(reply.Email))
        {
            yield return Wrong("The address for replies is not valid.", "reply_to.email");
        }
    }

    private static IEnumerable<MailError> Subjects(MailRequest mail)
    {
        var isEverywhere = mail.Personalizations?.All(person => person?.Subject is { Length: > 0 }) ?? false;
        if (mail.Subject is not { Length: > 0 } && !isEverywhere)
        {
            yield return Wrong("The subject is required.", "subject");
        }
    }

    private static IEnumerable<MailError> Contents(MailRequest mail)
    {
        if (mail.TemplateId is not null)
        {
            yield return Wrong("This local mail service has no templates.", "template_id");
        }

        if (mail.Content is not { Count: > 0 } parts)
        {
            yield return Wrong("The content is required.", "content");
            yield break;
        }

        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i]?.Type is not { Length: > 0 } type || type.AsSpan().ContainsAny(";\r\n"))
            {
                yield return Wrong("The content type is required, without parameters.", $"content.{i}.type");
            }

            if (parts[i]?.Value is not { Length: > 0 })
            {
                yield return Wrong("The content must have at least one character.", $"content.{i}.value");
            }
        }

        var order = parts.Select(part => part?.Type switch { "text/plain" => 0, "text/html" => 1, _ => 2 }).ToArray();
        if (!order.SequenceEqual(order.Order()))
        {
            yield return Wrong("The order must be text/plain, text/html, then others.", "content");
        }
    }

    private static IEnumerable<MailError> Headers(string at, IReadOnlyDictionary<string, string?>? headers)
    {
        foreach (var (name, value) in headers ?? new Dictionary<string, string?>())
        {
            if (ReservedHeaders.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                yield return Wrong($"The header {name} is reserved.", $"{at}.{name}");
            }
            else if (name.Length == 0 || value is null || !Ascii.IsValid(name + value) || value.AsSpan().ContainsAny("\r\n"))
            {
                yield return Wrong("A header is ASCII on one line.", $"{at}.{name}");
            }
        }
    }

    private static IEnumerable<MailError> Categories(MailRequest mail)
    {
        var names = mail.Categories ?? [];
        if (names.Count > MostCategories || names.Distinct().Count() != names.Count
            || names.Any(name => name is not { Length: > 0 and <= LongestCategory }))
        {
            yield return Wrong($"Give at most {MostCategories} categories, each once, of {LongestCategory} characters.", "categories");
        }
    }

    private static IEnumerable<MailError> Arguments(string at, IReadOnlyDictionary<string, string?>? arguments, string shared)
    {
        if (arguments is not null && (arguments.Values.Any(value => value is null)
            || Encoding.UTF8.GetByteCount(shared + string.Concat(arguments.Select(pair => pair.Key + pair.Value))) > MostArgumentBytes))
        {
            yield return Wrong($"Custom arguments are texts of at most {MostArgumentBytes} bytes together.", at);
        }
    }

    private static bool IsAddress(string? text) =>
        text is not null && Ascii.IsValid(text) && MailAddress.TryCreate(text, out var address) && address.Address == text
        && !text.Any(char.IsWhiteSpace);
}
