using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace RegelLoket.Tests.Escalation.Inbound;

/// <summary>An app that takes mail in, and the mail service that brings it by its own form.</summary>
public sealed class InboundApp : IAsyncLifetime
{
    private const string Password = "inkomend";

    private static int count;

    internal AppFixture App { get; private set; } = null!;

    public async Task InitializeAsync() => App = await AppFixture.StartAsync(
        ("SendGrid:InboundPassword", Password), ("Notifications:InboundDomain", "antwoord.example"));

    public Task DisposeAsync() => App.DisposeAsync();

    /// <summary>Brings a mail; what is not given is as of a ministry's own mail.</summary>
    internal async Task BringAsync(string to, (string Name, HttpContent Value)[] fields) =>
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(Password, to, fields));

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

        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/webhooks/inkomend") { Content = form };
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"sendgrid:{password}")));
        using var response = await App.Http.SendAsync(request);
        return response.StatusCode;
    }
}
