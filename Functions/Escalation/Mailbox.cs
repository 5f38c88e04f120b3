using System.Security.Cryptography;
using System.Text;
using RegelLoket.Cases;

namespace RegelLoket.Escalation;

/// <summary>
/// A mailbox at a ministry, by a hash of its address, so that neither the link nor the stored state holds the address.
/// </summary>
/// <param name="Ministry">The ministry.</param>
/// <param name="Hash">The hash, in lower-case hexadecimals.</param>
public sealed record Mailbox(Ministry Ministry, string Hash)
{
    public static Mailbox Of(Ministry ministry, EmailAddress address) => new(
        ministry, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{ministry.Slug()}|{address.Key}")))[..32]);

    /// <summary>Whether an address is that of this mailbox.</summary>
    public bool Is(EmailAddress? address) => address is not null && Of(Ministry, address) == this;

    public override string ToString() => $"{Ministry.Slug()}.{Hash}";
}
