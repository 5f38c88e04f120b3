using System.Text.Json.Serialization;

namespace RegelLoket.Escalation.Inbound;

/// <summary>What is known of an attachment. Its content is not kept.</summary>
/// <param name="Name">The name of the file, as the sender wrote it.</param>
/// <param name="Type">Its media type.</param>
/// <param name="Size">Its size in bytes; null when it did not come along.</param>
/// <param name="IsPartOfMail">Whether it is a picture within the text or the mail's own signature.</param>
public sealed record InboundAttachment(string Name, string Type, long? Size, bool IsPartOfMail)
{
    [JsonIgnore]
    public bool IsPicture => IsPictureType(Type);

    /// <summary>Whether somebody may have written in it: it is no signature, and no part of a report of a mail server.</summary>
    [JsonIgnore]
    public bool MayHoldWords => !IsPartOfMail || IsPicture;

    internal static bool IsPictureType(string type) => type.StartsWith("image/", StringComparison.OrdinalIgnoreCase);

    internal static bool IsSignatureType(string type) =>
        type is "application/pkcs7-signature" or "application/x-pkcs7-signature" or "application/pgp-signature";
}
