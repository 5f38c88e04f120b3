using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LocalHost.Lokaal.Clock;

namespace LocalHost.Lokaal.Mail;

/// <summary>
/// Imitates SendGrid's API for its own client: stores mails in the mailbox. As with SendGrid, sending the same mail
/// twice gives two mails.
/// </summary>
/// <param name="mailbox">Stores the mails.</param>
/// <param name="key">The accepted API key; without one, all are refused.</param>
/// <param name="time">The time at the desk.</param>
internal sealed class MailApi(Mailbox mailbox, string key, DeskTime time)
{
    private const string MessageId = "Message-ID";

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v3/mail/send", (Delegate)SendAsync);

    private async Task<IResult> SendAsync(HttpContext http)
    {
        if (!IsKnown(http.Request.Headers.Authorization.ToString()))
        {
            return Refuse(StatusCodes.Status401Unauthorized, new MailError("The API key is missing or wrong."));
        }

        if (!http.Request.HasJsonContentType())
        {
            return Refuse(StatusCodes.Status415UnsupportedMediaType, new MailError("Send JSON."));
        }

        MailRequest? request;
        try
        {
            request = await http.Request.ReadFromJsonAsync<MailRequest>(Json, http.RequestAborted);
        }
        catch (JsonException)
        {
            request = null;
        }

        if (request is null)
        {
            return Refuse(StatusCodes.Status400BadRequest, new MailError("Bad Request"));
        }

        if (MailCheck.Of(request) is { Count: > 0 } errors)
        {
            return Refuse(StatusCodes.Status400BadRequest, [.. errors]);
        }

        var id = Guid.NewGuid().ToString("N")[..12];
        var now = await time.NowAsync(http.RequestAborted);
        for (var i = 0; i < request.Personalizations!.Count; i++)
        {
            await mailbox.KeepAsync(MailOf(request, request.Personalizations[i]!, i == 0 ? id : $"{id}.{i}", now), http.RequestAborted);
        }

        http.Response.Headers["X-Message-Id"] = id;
        return Results.StatusCode(StatusCodes.Status202Accepted);
    }

    private bool IsKnown(string authorization) => key.Length > 0 && CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(authorization)), SHA256.HashData(Encoding.UTF8.GetBytes($"Bearer {key}")));

    private static IResult Refuse(int status, params MailError[] errors) => Results.Json(new { errors }, Json, statusCode: status);

    private static KeptMail MailOf(MailRequest request, Personalization person, string id, DateTimeOffset now)
    {
        var headers = Merged(request.Headers, person.Headers, StringComparer.OrdinalIgnoreCase);
        headers.Remove(MessageId, out var messageId);
        return new KeptMail(
            id,
            messageId ?? $"<{id}@localhost>",
            request.From!.Email!,
            request.ReplyTo?.Email ?? "",
            Addresses(person.To),
            Addresses(person.Cc),
            person.Subject ?? request.Subject!,
            TextOf(request, "text/plain"),
            TextOf(request, "text/html"),
            headers,
            [.. (request.Categories ?? []).OfType<string>()],
            Merged(request.CustomArgs, person.CustomArgs, StringComparer.Ordinal),
            now);
    }

    private static string[] Addresses(IReadOnlyList<Party?>? parties) => [.. (parties ?? []).Select(party => party!.Email!)];

    private static string TextOf(MailRequest request, string type) =>
        request.Content!.FirstOrDefault(part => part!.Type == type)?.Value ?? "";

    /// <summary>Merges the values of a personalization over those of the mail.</summary>
    private static Dictionary<string, string> Merged(
        IReadOnlyDictionary<string, string?>? mail, IReadOnlyDictionary<string, string?>? person, StringComparer names)
    {
        var merged = new Dictionary<string, string>(names);
        foreach (var (name, value) in (mail ?? new Dictionary<string, string?>()).Concat(person ?? new Dictionary<string, string?>()))
        {
            merged[name] = value!;
        }

        return merged;
    }
}
