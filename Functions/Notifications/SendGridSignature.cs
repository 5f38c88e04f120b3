using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace RegelLoket.Notifications;

/// <summary>Verifies the signature on SendGrid's reports: ECDSA over the timestamp and the raw body.</summary>
public sealed class SendGridSignature(IOptions<SendGridOptions> options, TimeProvider clock)
{
    public const string SignatureHeader = "X-Twilio-Email-Event-Webhook-Signature";
    public const string TimestampHeader = "X-Twilio-Email-Event-Webhook-Timestamp";

    public bool IsValid(string timestamp, string signature, ReadOnlySpan<byte> body)
    {
        if (options.Value.WebhookKey.Length == 0
            || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || seconds > 253_402_300_799
            || (clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds)).Duration() > options.Value.WebhookTolerance)
        {
            return false;
        }

        var given = new byte[256];
        if (!Convert.TryFromBase64String(signature, given, out var length))
        {
            return false;
        }

        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(options.Value.WebhookKey), out _);
        return key.VerifyData(
            [.. Encoding.UTF8.GetBytes(timestamp), .. body], given.AsSpan(0, length), HashAlgorithmName.SHA256,
            DSASignatureFormat.Rfc3279DerSequence);
    }
}
