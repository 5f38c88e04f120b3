namespace RegelLoket.Storage;

/// <summary>
/// The certificates that encrypt the keys of data protection: section <c>DataProtection</c>. Each is the base64 of a
/// PFX without a password, as Key Vault returns it, or the path of a <c>.pfx</c> file.
/// </summary>
public sealed class KeyProtectionOptions
{
    public const string Section = "DataProtection";

    /// <summary>The certificate for new keys. Only Development may leave it out.</summary>
    public string? Certificate { get; init; }

    /// <summary>Earlier certificates, which still decrypt the keys that they encrypted.</summary>
    public IReadOnlyList<string> OlderCertificates { get; init; } = [];
}
