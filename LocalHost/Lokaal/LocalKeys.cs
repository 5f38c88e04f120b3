using System.Security.Cryptography;
using LocalHost.Startup;

namespace LocalHost.Lokaal;

/// <summary>
/// The secrets of a checkout, each in a file that only its owner can read, created on first use. Several hosts may do
/// so at once.
/// </summary>
/// <param name="folder">The folder of the files.</param>
/// <exception cref="StartupException">A file has invalid content, or the folder cannot be used; thrown by each
/// property.</exception>
internal sealed class LocalKeys(string folder)
{
    private const int KeyBytes = 32;

    // Another host may be writing the file: reading is retried for a second.
    private const int Attempts = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>The signing key of the development identity's tokens, in base64.</summary>
    public string SigningKey => Read("signing-key", NewSecret, IsSecret);

    /// <summary>The password of the inbound webhook.</summary>
    public string InboundPassword => Read("inbound-password", NewSecret, IsSecret);

    /// <summary>The public half of the webhook key, as the mail service shows it: base64 of its DER form.</summary>
    public string WebhookPublicKey
    {
        get
        {
            using var key = WebhookKey;
            return Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());
        }
    }

    /// <summary>The key that signs the mail service's reports; the caller disposes it.</summary>
    public ECDsa WebhookKey
    {
        get
        {
            var key = ECDsa.Create();
            key.ImportPkcs8PrivateKey(Convert.FromBase64String(Read("webhook-key", NewPair, IsPair)), out _);
            return key;
        }
    }

    private static string NewSecret() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes));

    private static bool IsSecret(string text) =>
        Convert.TryFromBase64String(text, new byte[KeyBytes + 1], out var length) && length == KeyBytes;

    private static string NewPair()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Convert.ToBase64String(key.ExportPkcs8PrivateKey());
    }

    private static bool IsPair(string text)
    {
        using var key = ECDsa.Create();
        try
        {
            key.ImportPkcs8PrivateKey(Convert.FromBase64String(text), out _);
            return true;
        }
        catch (Exception broken) when (broken is FormatException or CryptographicException)
        {
            return false;
        }
    }

    private string Read(string name, Func<string> make, Func<string, bool> isWhole)
    {
        var file = Path.Combine(folder, name);
        try
        {
            return ReadOrCreate(file, make, isWhole) ?? throw new StartupException(
                $"{file} does not hold a key. Delete it; a new one is made at the next start.");
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"{file} cannot be used: {unusable.Message}", unusable);
        }
    }

    private string? ReadOrCreate(string file, Func<string> make, Func<string, bool> isWhole)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (!File.Exists(file))
            {
                TryCreate(file, make());
            }

            if (File.ReadAllText(file).Trim() is var text && isWhole(text))
            {
                return text;
            }

            Thread.Sleep(Pause);
        }

        return null;
    }

    private void TryCreate(string file, string content)
    {
        Directory.CreateDirectory(folder);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            using var writer = new StreamWriter(file, options);
            writer.Write(content);
        }
        catch (IOException) when (File.Exists(file))
        {
            // Another host was first; its key is read.
        }
    }
}
