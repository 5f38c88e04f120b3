using System.Net;
using System.Text.RegularExpressions;

namespace RegelLoket.Tests.Workbench;

/// <summary>Forms as a browser posts them: the page is opened first, for its token and its cookie.</summary>
internal static partial class PageForms
{
    /// <summary>Posts fields to <paramref name="action"/> from the page at <paramref name="page"/>; the body comes back decoded.</summary>
    public static async Task<(int Status, string Body)> PostAsync(
        HttpClient client, string page, string action, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var (status, raw) = await PostRawAsync(client, page, action, fields);
        return (status, WebUtility.HtmlDecode(raw));
    }

    /// <summary>The same, with the body as it came.</summary>
    public static async Task<(int Status, string Body)> PostRawAsync(
        HttpClient client, string page, string action, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var response = await PostForAnswerAsync(client, page, action, fields);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>The same, with the answer whole.</summary>
    public static async Task<HttpResponseMessage> PostForAnswerAsync(
        HttpClient client, string page, string action, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var opened = await client.GetAsync(new Uri(page, UriKind.Relative));
        var token = Token().Match(await opened.Content.ReadAsStringAsync()).Groups[1].Value;
        using var request = new HttpRequestMessage(HttpMethod.Post, action)
        {
            Content = new FormUrlEncodedContent([.. fields, KeyValuePair.Create("_beveiliging", WebUtility.HtmlDecode(token))]),
        };
        if (opened.Headers.TryGetValues("Set-Cookie", out var cookies))
        {
            request.Headers.Add("Cookie", string.Join("; ", cookies.Select(cookie => cookie.Split(';')[0])));
        }

        return await client.SendAsync(request);
    }

    [GeneratedRegex("name=\"_beveiliging\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
