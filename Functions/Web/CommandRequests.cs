using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
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

    /// <summary>
    /// 400 for a key that cannot be kept and for a version that cannot be read, so that neither goes unnoticed; null for good ones and for
    /// none.
    /// </summary>
    public static IResult? RefusalOf(HttpRequest request)
    {
        var errors = new FieldErrors();
        errors.AddWhen(request.Headers.ContainsKey(KeyHeader) && KeyOf(request) is null, KeyHeader,
            $"Een sleutel telt 1 tot {MaximumKeyLength} tekens.");
        errors.AddWhen(request.Headers.ContainsKey(HeaderNames.IfMatch) && VersionOf(request.Headers.IfMatch.ToString()) is null,
            HeaderNames.IfMatch, "Noem het nummer van een gebeurtenis, zoals \"12\".");
        return errors.Any ? Api.Invalid(errors.All) : null;
    }

    /// <summary>Whether a form says which version it was filled from, in a way that nobody can read.</summary>
    public static bool HasUnreadableVersion(IFormCollection form) =>
        form[FormFields.Version].ToString() is { Length: > 0 } version && VersionOf(version) is null;

    public static async Task<CommandRequest> ReadAsync(HttpRequest request)
    {
        if (ErrorResults.IsApi(request))
        {
            return new CommandRequest
            {
                Mark = KeyOf(request) is { } key ? MarkOf(request, key, await BodyAsync(request)) : null,
                SeenVersion = VersionOf(request.Headers.IfMatch.ToString()),
            };
        }

        // As it is read and shown again: the page of a failure sends back what it shows, and that is the same request.
        var form = await FormState.ReadAsync(request);
        var content = HashOf(form.Filled.Where(field => field.Name is not (FormFields.Token or FormFields.Key))
            .OrderBy(field => field.Name, StringComparer.Ordinal).ThenBy(field => field.Value, StringComparer.Ordinal)
            .SelectMany(field => new[] { field.Name, field.Value }));
        // A form without a key of its own goes by its token, which is another one each time that a page is made.
        var formKey = form.Value(FormFields.Key) is { Length: > 0 } own ? own : form.Value(FormFields.Token);
        return new CommandRequest
        {
            // Another content under the key of a form is another command: somebody went back and changed the words.
            Mark = formKey.Length > 0 ? MarkOf(request, $"{formKey} {content}", content) : null,
            SeenVersion = VersionOf(form.Value(FormFields.Version)),
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

    /// <summary>A number, bare or within quotes.</summary>
    private static long? VersionOf(string text)
    {
        var bare = text.Trim() is ['"', .. var quoted, '"'] ? quoted : text.Trim();
        return long.TryParse(bare, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;
    }

    private static string HashOf(IEnumerable<string?> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts))).AsSpan(0, 16));
}
