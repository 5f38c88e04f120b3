using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using RegelLoket.Cases;

namespace RegelLoket.Storage;

/// <summary>
/// Encrypts secrets that a mail must still carry. They are stored in the private blob, encrypted with the rotating keys
/// of data protection, until the mail has been sent; later checks use only their hash.
/// </summary>
public sealed class ProtectedSecrets(IDataProtectionProvider protection)
{
    /// <summary>The name of the reporter's code in <see cref="PrivateCase.Secrets"/>.</summary>
    public const string FollowCode = "followCode";

    /// <summary>Returns the key in <see cref="PrivateCase.Secrets"/> of a follower's or the reporter's code.</summary>
    public static string FollowCodeOf(int? follower) => follower is { } place ? $"{FollowCode}.{place}" : FollowCode;

    /// <summary>The name of the links to experiments in <see cref="PrivateCase.Secrets"/>.</summary>
    public const string ExperimentLink = "experiment";

    /// <summary>Returns the key in <see cref="PrivateCase.Secrets"/> of the link to an experiment.</summary>
    public static string ExperimentLinkOf(int experiment) =>
        string.Create(CultureInfo.InvariantCulture, $"{ExperimentLink}.{experiment}");

    private readonly IDataProtector protector = protection.CreateProtector("RegelLoket.Secrets.v1");

    public string Protect(string secret) => protector.Protect(secret);

    /// <exception cref="CryptographicException">The text was altered or its key is gone.</exception>
    public string Unprotect(string protectedSecret) => protector.Unprotect(protectedSecret);

    /// <summary>Returns the secret; null when there is none, its text was altered, or its key is gone.</summary>
    public string? UnprotectOrNull(string? protectedSecret)
    {
        try
        {
            return protectedSecret is null ? null : Unprotect(protectedSecret);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
