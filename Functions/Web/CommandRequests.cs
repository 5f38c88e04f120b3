using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using RegelLoket.Cases;
using RegelLoket.Storage;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Web;

/// <summary>
/// Reads from a request the key of its command and the version that its sender saw: from the fields that every form carries, or from the
/// headers <c>Idempotency-Key</c> and <c>If-Match</c> of the API.
/// </summary>
internal static class CommandRequests
{
    public const string KeyHeader = "Idempotency-Key";
    public const int MaximumKeyLength = 200;

    /// <summary>The headers that say who calls; only their hash is kept, as a part of the key's.</summary>
    private static readonly string[] Credentials = ["Volgcode", "Reactiecode"];

    /// <summary>The key in the header; null when it is missing or too long.</summary>
    public static string? KeyOf(HttpRequest request) =>
        request.Headers[KeyHeader].ToString().Trim() is { Length: > 0 and <= MaximumKeyLength } key ? key : null;

    /// <summary>400 for a key that cannot be kept; null for a good one and for none.</summary>
    public static IResult? RefusalOf(HttpRequest request) => request.Headers.ContainsKey(KeyHeader) && KeyOf(request) is null
        ? Api.Invalid(KeyHeader, $"Een sleutel telt 1 tot {MaximumKeyLength} tekens.") : null;

    public static async Task<CommandRequest> ReadAsync(HttpRequest request)
    {
        if (ErrorResults.IsApi(request))
        {
            return new CommandRequest
            {
                Mark = KeyOf(request) is { } key ? MarkOf(request, key, await BodyAsync(request)) : null,
                SeenVersion = VersionOf(request.Headers.IfMatch.ToString().Trim('"', ' ')),
            };
        }

        var form = request.HasFormContentType ? await request.ReadFormAsync() : FormCollection.Empty;
        var content = HashOf(form.Where(field => field.Key is not (FormFields.Token or FormFields.Key))
            .OrderBy(field => field.Key, StringComparer.Ordinal).SelectMany(field => field.Value.Prepend(field.Key)));
        // A form without a key of its own goes by its token, which is another one each time that a page is made.
        var formKey = form[FormFields.Key].ToString() is { Length: > 0 } own ? own : form[FormFields.Token].ToString();
        return new CommandRequest
        {
            // Another content under the key of a form is another command: somebody went back and changed the words.
            Mark = formKey.Length > 0 ? MarkOf(request, $"{formKey} {content}", content) : null,
            SeenVersion = VersionOf(form[FormFields.Version].ToString()),
        };
    }

    private static RequestMark MarkOf(HttpRequest request, string key, string content)
    {
        var who = request.SignedInOrNull()?.Id ?? string.Join(' ', Credentials.Select(header => request.Headers[header].ToString()));
        return new(HashOf([request.Method, request.Path.Value, who, key]), content);
    }

    private static async Task<string> BodyAsync(HttpRequest request)
    {
        request.EnableBuffering();
        var hash = await SHA256.HashDataAsync(request.Body, request.HttpContext.RequestAborted);
        request.Body.Position = 0;
        return Convert.ToHexStringLower(hash.AsSpan(0, 16));
    }

    private static long? VersionOf(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;

    private static string HashOf(IEnumerable<string?> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts))).AsSpan(0, 16));
}
