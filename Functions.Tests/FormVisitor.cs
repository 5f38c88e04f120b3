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
    private readonly CookieContainer cookies = new();
    private string token = "";

    public FormVisitor(AppFixture app, string? role = null)
    {
        http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies })
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

    /// <summary>A page as it is answered, also where it leads elsewhere.</summary>
    public Task<HttpResponseMessage> OpenAsync(string path) => http.GetAsync(path);

    public Task<HttpResponseMessage> PostAsync(string path, params IEnumerable<(string Name, string Value)> fields) =>
        http.PostAsync(path, new FormUrlEncodedContent(
            [.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), new("_beveiliging", token)]));

    /// <summary>Posts a form with files of so many megabytes; as on a page, some of the fields stand below them.</summary>
    public async Task<HttpResponseMessage> UploadAsync(string path, (string Name, string Value)[] above,
        (string Name, int Megabytes)[] files, params (string Name, string Value)[] below)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in above.Prepend(("_beveiliging", token)))
        {
            form.Add(new StringContent(value), name);
        }

        foreach (var (name, megabytes) in files)
        {
            form.Add(new ByteArrayContent(new byte[megabytes * 1024 * 1024]), "brief", name);
        }

        foreach (var (name, value) in below)
        {
            form.Add(new StringContent(value), name);
        }

        return await http.PostAsync(path, form);
    }

    /// <summary>Posts the form on a page that was received: all that it holds, with some fields filled in.</summary>
    public Task<HttpResponseMessage> SubmitAsync(string page, string? action = null, params (string Name, string Value)[] typed)
    {
        var form = Forms().Matches(page).First(f => action is null || WebUtility.HtmlDecode(f.Groups["action"].Value) == action);
        var held = Hidden().Matches(form.Value).Select(f => (f.Groups[1].Value, f.Groups[2].Value))
            .Concat(Areas().Matches(form.Value).Select(f => (f.Groups[1].Value, f.Groups[2].Value)))
            .Select(f => (Name: f.Item1, Value: WebUtility.HtmlDecode(f.Item2))).Where(f => typed.All(t => t.Name != f.Name));
        return http.PostAsync(WebUtility.HtmlDecode(form.Groups["action"].Value), new FormUrlEncodedContent(
            held.Concat(typed).Select(f => KeyValuePair.Create(f.Name, f.Value))));
    }

    /// <summary>Posts a form that asks for a look at the preview first, and then from under that preview.</summary>
    public async Task<HttpResponseMessage> SubmitPreviewedAsync(
        string page, string action, params (string Name, string Value)[] typed)
    {
        var answer = await SubmitAsync(page, action, typed);
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            return answer;
        }

        using (answer)
        {
            var preview = await answer.Content.ReadAsStringAsync();
            return await SubmitAsync(preview[preview.LastIndexOf("<form", preview.IndexOf("\"getoond\"", StringComparison.Ordinal),
                StringComparison.Ordinal)..], action, typed);
        }
    }

    /// <summary>Goes on as a browser whose owner deleted a cookie.</summary>
    public void Forget(string cookie)
    {
        foreach (var kept in cookies.GetAllCookies().Where(c => c.Name == cookie))
        {
            kept.Expired = true;
        }
    }

    public void Dispose() => http.Dispose();

    [GeneratedRegex("<form class=\"rl-form\" method=\"post\" action=\"(?<action>[^\"]*)\"[\\s\\S]*?</form>")]
    private static partial Regex Forms();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();

    [GeneratedRegex("<textarea[^>]* name=\"([^\"]+)\"[^>]*>\n?([^<]*)</textarea>")]
    private static partial Regex Areas();

    [GeneratedRegex("name=\"_beveiliging\" value=\"([^\"]+)\"")]
    public static partial Regex TokenField();
}
