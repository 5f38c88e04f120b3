using System.Security.Cryptography;
using System.Text.Json;

namespace RegelLoket.Web;

/// <summary>Ties a form to the preview above it, so that what is sent is what its writer looked at.</summary>
internal static class PreviewMark
{
    /// <summary>The hidden field that holds the mark.</summary>
    public const string Field = "getoond";

    /// <summary>Returns a hash of what was previewed, which changes with any field.</summary>
    public static string Of(object previewed) => Convert.ToHexStringLower(
        SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(previewed, previewed.GetType(), Api.Json)));

    /// <summary>Whether the form was sent from under a preview of exactly this.</summary>
    public static bool Holds(FormState form, object sent) => form.Value(Field) == Of(sent);
}
