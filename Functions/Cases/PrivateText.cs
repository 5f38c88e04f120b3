using System.Security.Cryptography;
using System.Text;

namespace RegelLoket.Cases;

/// <summary>A text with a salt, so that its hash reveals nothing once the text is erased.</summary>
public sealed record PrivateText(string Text, string Salt)
{
    internal static PrivateText Of(string text) => new(text, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));

    internal string Hash() =>
        Convert.ToHexStringLower(SHA256.HashData([.. Convert.FromHexString(Salt), .. Encoding.UTF8.GetBytes(Text)]));
}
