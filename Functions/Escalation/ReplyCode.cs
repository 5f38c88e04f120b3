using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using RegelLoket.Cases;

namespace RegelLoket.Escalation;

/// <summary>
/// The secret in a ministry's link (reactiecode): <c>RR-2026-7KQ4M.vws.…</c>, 256 random bits bound to one case, one
/// ministry and the purpose of replying. The case holds only its <see cref="Hash"/>.
/// </summary>
public sealed record ReplyCode
{
    private const int SecretBytes = 32;
    private const string Purpose = "reply";

    private ReplyCode(CaseNumber number, Ministry ministry, string secret) =>
        (Case, Ministry, Secret) = (number, ministry, secret);

    public CaseNumber Case { get; }

    public Ministry Ministry { get; }

    private string Secret { get; }

    public static ReplyCode New(CaseNumber number, Ministry ministry) =>
        new(number, ministry, Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes)));

    /// <summary>Parses a pasted code or link.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out ReplyCode? code)
    {
        code = null;
        if (text is not { Length: < 400 })
        {
            return false;
        }

        var parts = text[(text.IndexOf('#', StringComparison.Ordinal) + 1)..].Trim().Split('.');
        if (parts is not [var number, var slug, var secret] || !CaseNumber.TryParse(number, out var parsed)
            || parsed.Value != number
            || !EnumNames.TryParseSlug<Ministry>(slug, out var ministry) || !Base64Url.IsValid(secret, out var length)
                || length != SecretBytes)
        {
            return false;
        }

        code = new ReplyCode(parsed, ministry, secret);
        return true;
    }

    /// <summary>Returns the SHA-256 of everything that the code is bound to, in lower-case hexadecimals.</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Purpose}|{this}")));

    /// <summary>Compares with a stored <see cref="Hash"/> in fixed time.</summary>
    public bool Matches(string storedHash) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash()), Encoding.ASCII.GetBytes(storedHash));

    public override string ToString() => $"{Case.Value}.{Ministry.Slug()}.{Secret}";
}
