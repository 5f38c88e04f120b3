using System.Text.Json.Serialization;

namespace RegelLoket.Escalation.Inbound;

/// <summary>The metadata of an attachment; of its content only a PDF letter is kept, as a file of the case.</summary>
/// <param name="Name">The file name, as the sender wrote it.</param>
/// <param name="Type">The media type.</param>
/// <param name="Size">The size in bytes; null when it is unknown.</param>
/// <param name="IsPartOfMail">Whether it is a small picture in the text or the mail's own signature.</param>
public sealed record InboundAttachment(string Name, string Type, long? Size, bool IsPartOfMail)
{
    [JsonIgnore]
    public bool IsPicture => IsPictureType(Type);

    /// <summary>
    /// Whether it may hold text of a person: it is neither a signature nor part of a report of a mail server.
    /// </summary>
    [JsonIgnore]
    public bool MayHoldWords => !IsPartOfMail || IsPicture;

    internal static bool IsPictureType(string type) => type.StartsWith("image/", StringComparison.OrdinalIgnoreCase);

    internal static bool IsSignatureType(string type) =>
        type is "application/pkcs7-signature" or "application/x-pkcs7-signature" or "application/pgp-signature";
}
