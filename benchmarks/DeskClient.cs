using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Bench;

/// <summary>
/// Uses the desk over its API. A patient client asks again while the desk is away or out of order, as a careful client does; what a
/// repeated request finds already done (409) is done.
/// </summary>
/// <param name="address">Where the desk is.</param>
/// <param name="isPatient">Whether it asks again.</param>
/// <param name="way">The way to the desk, where that is not the address alone.</param>
internal sealed class DeskClient(Uri address, bool isPatient = false, HttpMessageHandler? way = null) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);
    private static readonly string[] Themes = ["leven-lang-ontwikkelen"];
    private static readonly string[] Roles = ["analist", "coordinator"];

    private readonly HttpClient http = new(way ?? new SocketsHttpHandler())
    {
        BaseAddress = address,
        Timeout = isPatient ? TimeSpan.FromSeconds(30)
        : TimeSpan.FromMinutes(15)
    };

    /// <summary>The settings with which a desk accepts these clients, and none of them too often.</summary>
    public static IReadOnlyList<string> DeskArguments { get; } =
    [
        "--LocalIdentity:Issuer=bench", "--LocalIdentity:Audience=bench", $"--LocalIdentity:SigningKey={Convert.ToBase64String(Key)}",
        "--RateLimits:ChangesPerAddress=1000000", "--RateLimits:ChangesInAll=1000000", "--RateLimits:MailsPerAddress=1000000",
        "--RateLimits:MailsPerAddressPerDay=1000000", "--RateLimits:MailsPerRecipientPerDay=1000000",
        "--RateLimits:ReportsPerAddressPerDay=1000000", "--RateLimits:JoinsPerAddressPerDay=1000000",
        "--Escalation:LinkAloneOpensApi=true",
    ];

    /// <summary>Where the desk is.</summary>
    public Uri Address => address;

    /// <summary>The antiforgery token that a page holds for its form.</summary>
    public static string TokenIn(string page)
    {
        const string mark = "name=\"_beveiliging\" value=\"";
        var from = page.IndexOf(mark, StringComparison.Ordinal) + mark.Length;
        return WebUtility.HtmlDecode(page[from..page.IndexOf('"', from)]);
    }

    /// <summary>Sends a request as an analyst, or as nobody; anything but success ends the run.</summary>
    public async Task<JsonElement> SendAsync(HttpMethod method, string path, object? body = null, string? analyst = null,
        params (string Name, string Value)[] headers)
    {
        for (var isRepeat = false; ; isRepeat = true)
        {
            try
            {
                using var request = Request(method, path, body, analyst, headers);
                using var response = await http.SendAsync(request);
                var text = await response.Content.ReadAsStringAsync();
                if (response.IsSuccessStatusCode)
                {
                    return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
                }

                if (isRepeat && response.StatusCode == HttpStatusCode.Conflict)
                {
                    return default;
                }

                if (!isPatient || response.StatusCode < HttpStatusCode.InternalServerError)
                {
                    throw new InvalidOperationException($"{method} {path} gave {(int)response.StatusCode}: {text}");
                }
            }
            catch (Exception away) when (isPatient && away is HttpRequestException or OperationCanceledException)
            {
                // It is being killed, or starts.
            }

            await Task.Delay(Pause);
        }
    }

    /// <summary>Opens a page as an analyst, or as nobody, and gives its text; anything but success ends the run.</summary>
    public async Task<string> OpenAsync(string path, string? analyst = null)
    {
        using var request = Request(HttpMethod.Get, path, null, analyst, []);
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode ? text : throw new InvalidOperationException($"{path} gave {(int)response.StatusCode}.");
    }

    /// <summary>Opens an address as an analyst, reads all of the answer, and gives its status.</summary>
    public Task<HttpStatusCode> StatusAsync(string path, string analyst) => StatusAsync(HttpMethod.Get, path, body: null, analyst);

    /// <summary>Sends a request as an analyst, reads all of the answer, and gives its status.</summary>
    public async Task<HttpStatusCode> StatusAsync(
        HttpMethod method, string path, object? body, string analyst, params (string Name, string Value)[] headers)
    {
        using var request = Request(method, path, body, analyst, headers);
        using var response = await http.SendAsync(request);
        return response.StatusCode;
    }

    /// <summary>Sends the form of a page as an analyst, with the token that the page holds; false while the desk is away.</summary>
    public async Task<bool> TrySendFormAsync(string page, string path, string analyst, string field, string value)
    {
        try
        {
            var text = await OpenAsync(page, analyst);
            using var request = Request(HttpMethod.Post, path, null, analyst, []);
            request.Content = new FormUrlEncodedContent(
                new Dictionary<string, string> { ["_beveiliging"] = TokenIn(text), [field] = value });
            using var response = await http.SendAsync(request);
            return response.IsSuccessStatusCode;
        }
        catch (Exception away) when (away is HttpRequestException or OperationCanceledException or InvalidOperationException)
        {
            // It is being killed, or starts, or its storage is away.
            return false;
        }
    }

    /// <summary>Reports a bottleneck; the answer holds number and code. The same key gives the same case.</summary>
    public Task<JsonElement> ReportAsync(string? key = null) => SendAsync(HttpMethod.Post, "/v1/meldingen", new
    {
        titel = "Bbl'er raakt WW kwijt",
        omschrijving = "We willen zij-instromers opleiden tot verzorgende en beginnen in februari.",
        belemmering = "De uitkering stopt zodra de opleiding begint.",
        branche = "ouderenzorg",
        themas = Themes,
        melder = new { email = "melder@example.org" },
    }, headers: ("Idempotency-Key", key ?? Guid.NewGuid().ToString()));

    public void Dispose() => http.Dispose();

    private static HttpRequestMessage Request(HttpMethod method, string path, object? body, string? analyst,
        (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        if (analyst is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token(analyst));
        }

        return request;
    }

    private static string Token(string name) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = "bench",
        Audience = "bench",
        Expires = TimeProvider.System.GetUtcNow().AddHours(1).UtcDateTime,
        Claims = new Dictionary<string, object> { ["sub"] = name, ["name"] = name, ["roles"] = Roles },
        SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(Key), SecurityAlgorithms.HmacSha256),
    });
}
