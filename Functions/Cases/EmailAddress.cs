using System.Diagnostics.CodeAnalysis;
using System.Net.Mail;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace RegelLoket.Cases;

/// <summary>One e-mail address, parsed: nothing that could start another header, name a second recipient or hide a character.</summary>
[JsonConverter(typeof(EmailAddressJsonConverter))]
public sealed record EmailAddress
{
    private const int MaximumLength = 254;

    private EmailAddress(string value) => Value = value;

    public string Value { get; }

    /// <summary>The part behind the @, in lower case.</summary>
    public string Domain => Value[(Value.LastIndexOf('@') + 1)..].ToLowerInvariant();

    /// <summary>
    /// Takes an address as people type it, with white space around it and zero-width characters in it; refuses everything that is not one
    /// address.
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out EmailAddress? address)
    {
        address = null;
        var trimmed = text?.Trim(' ', '\t', '\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF', '\u00A0');
        if (string.IsNullOrEmpty(trimmed) || trimmed.Length > MaximumLength
            || trimmed.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is ',' or ';' or '<' or '>' or '"' or '(' or ')' or '['
                or ']' or '\\' or > '\u007E')
            || !MailAddress.TryCreate(trimmed, out var parsed) || parsed.Address != trimmed)
        {
            return false;
        }

        var host = trimmed[(trimmed.LastIndexOf('@') + 1)..];
        if (!host.Contains('.', StringComparison.Ordinal) || Uri.CheckHostName(host) != UriHostNameType.Dns)
        {
            return false;
        }

        address = new EmailAddress(trimmed);
        return true;
    }

    public override string ToString() => Value;
}

internal sealed class EmailAddressJsonConverter : JsonConverter<EmailAddress>
{
    public override EmailAddress Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        EmailAddress.TryParse(reader.GetString(), out var address) ? address : throw new JsonException("This is not an e-mail address.");

    public override void Write(Utf8JsonWriter writer, EmailAddress value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
