using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace RegelLoket.Tests.Attachments;

/// <summary>A browser without JavaScript that sends files: keeps cookies, and sends the hidden fields of the form that it saw.</summary>
internal sealed partial class FileVisitor(Uri app) : IDisposable
{
    private readonly CookieContainer cookies = new();
    private string fields = "";

    private HttpClient Http => field ??= new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies })
    { BaseAddress = app };

    public void Keep(string cookie, string value, string path) => cookies.Add(new Uri(app, path), new Cookie(cookie, value, path));

    public async Task<string> OpenAsync(string path)
    {
        var page = await Http.GetStringAsync(path);
        fields = page;
        return page;
    }

    public Task<HttpResponseMessage> GetAsync(string path) => Http.GetAsync(path);

    public Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] typed) =>
        Http.PostAsync(path, new FormUrlEncodedContent(
            Hidden().Select(f => KeyValuePair.Create(f.Name, f.Value)).Concat(typed.Select(f => KeyValuePair.Create(f.Name, f.Value)))));

    /// <summary>Sends files with the fields of the page that was opened last.</summary>
    public Task<HttpResponseMessage> UploadAsync(string path, string field, params (string Name, byte[] Content)[] files) =>
        UploadAsync(path, field, [], files);

    public async Task<HttpResponseMessage> UploadAsync(
        string path, string field, (string Name, string Value)[] typed, params (string Name, byte[] Content)[] files)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in Hidden().Concat(typed))
        {
            form.Add(new StringContent(value), name);
        }

        foreach (var (name, content) in files)
        {
            var part = new ByteArrayContent(content);
            part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            form.Add(part, field, name);
        }

        return await Http.PostAsync(path, form);
    }

    /// <summary>Opens a case with its number and code.</summary>
    public async Task FollowAsync(string number, string code)
    {
        await OpenAsync("/volgen");
        using var opened = await PostAsync("/volgen", ("zaaknummer", number), ("code", code));
        Assert.Equal("/volgen/melding", opened.Headers.Location?.ToString());
    }

    public void Dispose() => Http.Dispose();

    private IEnumerable<(string Name, string Value)> Hidden() => TechnicalFields().Matches(fields)
        .Select(match => (match.Groups[1].Value, WebUtility.HtmlDecode(match.Groups[2].Value))).DistinctBy(f => f.Item1);

    [GeneratedRegex("<input type=\"hidden\" name=\"(_[^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex TechnicalFields();
}
