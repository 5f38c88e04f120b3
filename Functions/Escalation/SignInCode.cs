using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using RegelLoket.Cases;

namespace RegelLoket.Escalation;

/// <summary>
/// The secret in the link with which a mailbox of a ministry signs in: <c>vws.….…</c>, 256 random bits bound to that
/// mailbox and to this purpose. It works once and for a short time; only its <see cref="Hash"/> is stored.
/// </summary>
public sealed record SignInCode
{
    private const int SecretBytes = 32;
    private const int MailboxLength = 32;
    private const string Purpose = "sign-in";

    private SignInCode(Mailbox mailbox, string secret) => (Mailbox, Secret) = (mailbox, secret);

    public Mailbox Mailbox { get; }

    private string Secret { get; }

    public static SignInCode New(Mailbox mailbox) =>
        new(mailbox, Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes)));

    /// <summary>Parses a pasted code or link.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out SignInCode? code)
    {
        code = null;
        if (text is not { Length: < 400 }
            || text[(text.IndexOf('#', StringComparison.Ordinal) + 1)..].Trim()
            .Split('.') is not [var slug, var hash, var secret]
            || !EnumNames.TryParseSlug<Ministry>(slug, out var ministry) || hash.Length != MailboxLength
            || !hash.All(char.IsAsciiHexDigitLower) || !Base64Url.IsValid(secret, out var length) || length != SecretBytes)
        {
            return false;
        }

        code = new SignInCode(new Mailbox(ministry, hash), secret);
        return true;
    }

    /// <summary>Returns the SHA-256 of everything that the code is bound to, in lower-case hexadecimals.</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Purpose}|{this}")));

    /// <summary>Compares with a stored <see cref="Hash"/> in fixed time.</summary>
    public bool Matches(string storedHash) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash()), Encoding.ASCII.GetBytes(storedHash));

    public override string ToString() => $"{Mailbox}.{Secret}";
}
