using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using RegelLoket.Cases;

namespace RegelLoket.Tests.Escalation.Inbound;

/// <summary>An app that takes mail in, and the mail service that brings it by its own form.</summary>
public sealed class InboundApp : IAsyncLifetime
{
    private const string Password = "inkomend";

    private static int count;

    internal AppFixture App { get; private set; } = null!;

    internal MinistryCases Cases => new(App);

    private (string, string)[] Settings { get; init; } = [];

    public async ValueTask InitializeAsync() => App = await AppFixture.StartAsync(
        [("SendGrid:InboundPassword", Password), ("Notifications:InboundDomain", "antwoord.example"), .. Settings]);

    /// <summary>One with settings of its own.</summary>
    internal static async Task<InboundApp> StartAsync(params (string Name, string Value)[] settings)
    {
        var inbound = new InboundApp { Settings = settings };
        await inbound.InitializeAsync();
        return inbound;
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    internal static (string, HttpContent) Text(string text) => ("text", new StringContent(text));

    internal async Task<(CaseNumber Number, string Address)> AskedAsync()
    {
        var number = await Cases.CreateAsync();
        await Cases.EscalateAsync(number, Cases.WorkingDays.Add(Cases.Today, 10), Ministry.Szw);
        return (number, (await Cases.MailAsync(number, "vraag-aan-ministerie")).GetProperty("replyTo").GetString()!);
    }

    internal async Task<CaseFile> FileAsync(CaseNumber number) => (await Cases.Store.FindAsync(number, default))!;

    internal async Task<MinistryMail> MailAsync(CaseNumber number) => (await FileAsync(number)).State.RequestTo(Ministry.Szw)!.Mails[^1];

    internal async Task<string?> TextAsync(CaseNumber number) => (await FileAsync(number)).Text((await MailAsync(number)).Words);

    internal async Task<string> PageAsync(CaseNumber number)
    {
        using var analyst = App.AsAnalyst();
        return await analyst.GetStringAsync($"/werkbank/zaken/{number}/ministeries");
    }

    /// <summary>Brings a mail; what is not given is as of a ministry's own mail.</summary>
    internal async Task BringAsync(string to, params (string Name, HttpContent Value)[] fields) =>
        Assert.Equal(HttpStatusCode.NoContent, await SendAsync(to, fields));

    /// <summary>Brings a mail, however it is answered.</summary>
    internal Task<HttpStatusCode> SendAsync(string to, params (string Name, HttpContent Value)[] fields) =>
        PostAsync(Password, to, fields);

    internal async Task<HttpStatusCode> PostAsync(string password, string to, (string Name, HttpContent Value)[] fields)
    {
        (string Name, HttpContent Value)[] usual =
        [
            ("envelope", new StringContent(JsonSerializer.Serialize(new { to = new[] { to }, from = "a@minszw.example" }))),
            ("from", new StringContent("Jan Jansen <a@minszw.example>")), ("SPF", new StringContent("pass")),
            ("headers", new StringContent($"Message-ID: <{Interlocked.Increment(ref count)}.{Guid.NewGuid():N}@minszw.example>\n")),
        ];
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Concat(usual.Where(field => fields.All(given => given.Name != field.Name))))
        {
            form.Add(value, name);
        }

        return await PostAsync(form, password);
    }

    /// <summary>Posts a form as it is.</summary>
    internal async Task<HttpStatusCode> PostAsync(HttpContent form, string password = Password)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/webhooks/inkomend") { Content = form };
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"sendgrid:{password}")));
        using var response = await App.Http.SendAsync(request);
        return response.StatusCode;
    }
}
