using System.Security.Cryptography;

namespace RegelLoket.Storage;

/// <summary>
/// Creates and checks codes of eight digits that are mailed to prove a mailbox. Only a slow hash is stored, since eight
/// digits are few; the caller counts wrong tries.
/// </summary>
public sealed class OneTimeCodes(TimeProvider clock)
{
    private const int Digits = 8;
    private const int Iterations = 50_000;
    private const int HashBytes = 32;
    private const int SaltBytes = 16;

    /// <summary>Returns a new code: the digits to mail, and the form to store.</summary>
    public (string Digits, OneTimeCode Kept) New(TimeSpan lifetime)
    {
        var digits = RandomNumberGenerator.GetString("0123456789", Digits);
        var salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SaltBytes));
        return (digits, new OneTimeCode(HashOf(digits, salt), salt, clock.GetUtcNow() + lifetime));
    }

    /// <summary>Whether a typed code, with or without spaces, is the mailed one and not expired.</summary>
    public bool IsRight(OneTimeCode kept, string? typed) =>
        kept.ExpiresAt > clock.GetUtcNow() && CryptographicOperations.FixedTimeEquals(
            Convert.FromHexString(kept.Hash),
            Convert.FromHexString(HashOf(string.Concat((typed ?? "").Where(char.IsAsciiDigit).Take(Digits + 1)), kept.Salt)));

    private static string HashOf(string digits, string salt) => Convert.ToHexStringLower(
        Rfc2898DeriveBytes.Pbkdf2(digits, Convert.FromHexString(salt), Iterations, HashAlgorithmName.SHA256, HashBytes));
}
