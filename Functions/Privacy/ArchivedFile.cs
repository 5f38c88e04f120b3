using System.Security.Cryptography;

namespace RegelLoket.Privacy;

/// <summary>One file of a package, with its purpose and its hash.</summary>
public sealed record ArchivedFile(string Name, string Description, string MediaType, byte[] Content)
{
    /// <summary>SHA-256 in lower-case hexadecimals.</summary>
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Content));
}
