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
/// Reads the idempotency key and the seen version of a command from its request: from the hidden fields of every form,
/// or from the headers <c>Idempotency-Key</c> and <c>If-Match</c> of the API.
/// </summary>
internal static class CommandRequests
{
    public const string KeyHeader = "Idempotency-Key";
    public const int MaximumKeyLength = 200;

    /// <summary>The headers that identify the caller; only their hash is stored, as a part of the key's.</summary>
    private static readonly string[] Credentials = ["Volgcode", "Reactiecode", "Experimentcode"];

    /// <summary>Returns the key in the header; null when it is missing or too long.</summary>
    public static string? KeyOf(HttpRequest request) =>
        request.Headers[KeyHeader].ToString().Trim() is { Length: > 0 and <= MaximumKeyLength } key ? key : null;

    /// <summary>Returns 400 for an invalid key or version, so that it is noticed; null for others or none.</summary>
    public static IResult? RefusalOf(HttpRequest request)
    {
        var errors = new FieldErrors();
        errors.AddWhen(request.Headers.ContainsKey(KeyHeader) && KeyOf(request) is null, KeyHeader,
            $"Een sleutel telt 1 tot {MaximumKeyLength} tekens.");
        errors.AddWhen(
            request.Headers.ContainsKey(HeaderNames.IfMatch) && VersionOf(request.Headers.IfMatch.ToString()) is null,
            HeaderNames.IfMatch, "Noem het nummer van een gebeurtenis, zoals \"12\".");
        return errors.Any ? Api.Invalid(errors.All) : null;
    }

    /// <summary>Whether a form has an unreadable version.</summary>
    public static bool HasUnreadableVersion(IFormCollection form) =>
        form[FormFields.Version].ToString() is { Length: > 0 } version && VersionOf(version) is null;

    /// <param name="request">The request.</param>
    /// <param name="takesFiles">Whether files are sent with it: their content is no part of the mark here, since it is read
    /// once, on its way to the disk; <see cref="Uploads.FileMarks"/> adds it.</param>
    public static async Task<CommandRequest> ReadAsync(HttpRequest request, bool takesFiles = false)
    {
        if (ErrorResults.IsApi(request))
        {
            return new CommandRequest
            {
                Mark = KeyOf(request) is { } key ? MarkOf(request, key, takesFiles ? "" : await BodyAsync(request)) : null,
                SeenVersion = VersionOf(request.Headers.IfMatch.ToString()),
            };
        }

        // Read as it is shown again: the page after a failure resends what it shows, which is the same request.
        var form = await FormState.ReadAsync(request);
        var content = HashOf(form.Filled.Where(field => field.Name is not (FormFields.Token or FormFields.Key))
            .OrderBy(field => field.Name, StringComparer.Ordinal).ThenBy(field => field.Value, StringComparer.Ordinal)
            .SelectMany(field => new[] { field.Name, field.Value }));
        // A form without a key of its own uses its token, which is new each time a page is rendered.
        var formKey = form.Value(FormFields.Key) is { Length: > 0 } own ? own : form.Value(FormFields.Token);
        return new CommandRequest
        {
            // Other content under the key of a form is another command: the user went back and changed the text.
            Mark = formKey.Length > 0 ? MarkOf(request, $"{formKey} {content}", content) : null,
            SeenVersion = VersionOf(form.Value(FormFields.Version)),
        };
    }

    private static RequestMark MarkOf(HttpRequest request, string key, string content)
    {
        var who = request.SignedInOrNull()?.Id
            ?? string.Join(' ', Credentials.Select(header => request.Headers[header].ToString()));
        return new(HashOf([request.Method, request.Path.Value, who, key]), content);
    }

    private static async Task<string> BodyAsync(HttpRequest request)
    {
        request.EnableBuffering();
        var hash = await SHA256.HashDataAsync(request.Body, request.HttpContext.RequestAborted);
        request.Body.Position = 0;
        return Convert.ToHexStringLower(hash.AsSpan(0, 16));
    }

    /// <summary>Parses a number, bare or in quotes.</summary>
    private static long? VersionOf(string text)
    {
        var bare = text.Trim() is ['"', .. var quoted, '"'] ? quoted : text.Trim();
        return long.TryParse(bare, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;
    }

    internal static string HashOf(IEnumerable<string?> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts))).AsSpan(0, 16));
}
