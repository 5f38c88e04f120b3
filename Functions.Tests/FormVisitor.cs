using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace RegelLoket.Tests;

/// <summary>
/// Somebody who fills in forms without JavaScript: keeps cookies and the form's own token, as a browser does. With a role they are signed
/// in.
/// </summary>
internal sealed partial class FormVisitor : IDisposable
{
    private readonly HttpClient http;
    private string token = "";

    public FormVisitor(AppFixture app, string? role = null)
    {
        http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
        { BaseAddress = app.Address };
        if (role is not null)
        {
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", AppFixture.Token(role, $"Iemand ({role})"));
        }
    }

    public async Task<string> GetAsync(string path)
    {
        var page = await http.GetStringAsync(path);
        token = WebUtility.HtmlDecode(TokenField().Match(page).Groups[1].Value);
        return page;
    }

    public Task<HttpResponseMessage> PostAsync(string path, params IEnumerable<(string Name, string Value)> fields) =>
        http.PostAsync(path, new FormUrlEncodedContent(
            [.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), new("_beveiliging", token)]));

    public void Dispose() => http.Dispose();

    [GeneratedRegex("name=\"_beveiliging\" value=\"([^\"]+)\"")]
    public static partial Regex TokenField();
}
