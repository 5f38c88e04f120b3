using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace RegelLoket.Cases;

/// <summary>
/// The reporter's secret (volgcode): 26 random characters of Crockford base32 (130 bits) and a check character, shown
/// in groups. It is shown once and mailed; the case stores only its <see cref="Hash"/>.
/// </summary>
public sealed record FollowCode
{
    private const int RandomLength = 26;

    private FollowCode(string value) => Value = value;

    /// <summary>The 27 characters without dashes.</summary>
    public string Value { get; }

    public static FollowCode New()
    {
        var random = Crockford.Random(RandomLength);
        return new FollowCode(random + Crockford.CheckCharacter(random));
    }

    /// <summary>
    /// Parses a code as people type or paste it. Returns false when a character is missing, invalid or mistyped, which
    /// the check character detects.
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out FollowCode? code)
    {
        code = null;
        if (Crockford.Compact(text, maximumLength: 80) is not { Length: RandomLength + 1 } compact
            || Crockford.Normalize(compact) is not { } value
            || Crockford.CheckCharacter(value[..RandomLength]) != value[RandomLength])
        {
            return false;
        }

        code = new FollowCode(value);
        return true;
    }

    /// <summary>
    /// Returns the SHA-256 of the code in lower-case hexadecimals, which the case stores. The code has enough entropy
    /// to need no salt.
    /// </summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(Value)));

    /// <summary>Compares with a stored <see cref="Hash"/> in constant time.</summary>
    public bool Matches(string storedHash) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash()), Encoding.ASCII.GetBytes(storedHash));

    /// <summary>Returns the code in groups of four and a last one of three: <c>7KQ4-M2ZP-…</c>.</summary>
    public override string ToString() => string.Join('-', Value.Chunk(4).Select(group => new string(group)));
}
