using System.Net;
using System.Text.RegularExpressions;

namespace RegelLoket.Tests.Intake;

/// <summary>A browser without a screen: keeps cookies, follows redirects, sends forms with their token.</summary>
internal sealed partial class PageVisit(Uri app) : IDisposable
{
    public HttpClient Http { get; } = new(new HttpClientHandler { AllowAutoRedirect = true, CookieContainer = new CookieContainer() })
    { BaseAddress = app };

    public Task<string> ReadAsync(string address) => Http.GetStringAsync(new Uri(address, UriKind.Relative));

    /// <summary>Sends a form from a page to an address, of this app or whole; the page that comes back.</summary>
    public async Task<string> SendAsync(string from, string to, params (string Name, string Value)[] fields)
    {
        using var response = await PostAsync(from, to, fields);
        return await response.Content.ReadAsStringAsync();
    }

    public async Task<HttpResponseMessage> PostAsync(string from, string to, params (string Name, string Value)[] fields)
    {
        var token = WebUtility.HtmlDecode(Token().Match(await ReadAsync(from)).Groups[1].Value);
        using var content = new FormUrlEncodedContent(fields.Append(("_beveiliging", token))
            .Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        return await Http.PostAsync(new Uri(app, to), content);
    }

    /// <summary>Opens a case with its number and code.</summary>
    public Task<string> FollowAsync(string number, string code) => SendAsync("/volgen", "/volgen", ("zaaknummer", number), ("code", code));

    public void Dispose() => Http.Dispose();

    [GeneratedRegex("name=\"_beveiliging\"[^>]*value=\"([^\"]*)\"")]
    private static partial Regex Token();
}
