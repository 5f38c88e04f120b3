namespace RegelLoket.Storage;

/// <summary>
/// The certificates under which the keys of data protection are stored: section <c>DataProtection</c>. Each is the base64 of a PFX without
/// a password, as Key Vault gives it, or the path of a <c>.pfx</c> file.
/// </summary>
public sealed class KeyProtectionOptions
{
    public const string Section = "DataProtection";

    /// <summary>Protects new keys and reads those that it protected. Only Development does without.</summary>
    public string? Certificate { get; init; }

    /// <summary>Certificates of before, which still read the keys that they protected.</summary>
    public IReadOnlyList<string> OlderCertificates { get; init; } = [];
}
