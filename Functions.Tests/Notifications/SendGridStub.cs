using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace RegelLoket.Tests.Notifications;

/// <summary>A server that answers as SendGrid's v3 API does; a test says how each call ends.</summary>
internal sealed class SendGridStub : IAsyncDisposable
{
    private readonly WebApplication server;

    private SendGridStub(WebApplication server) => this.server = server;

    public Uri Address => new(server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>The mails as they were posted, in order.</summary>
    public ConcurrentQueue<JsonElement> Mails { get; } = new();

    public string? Authorization { get; private set; }

    /// <summary>What a call answers, by its number from 1.</summary>
    public Func<int, HttpContext, Task> Answer { get; set; } = (number, http) => AcceptAsync(http, $"sg-{number}");

    public static async Task<SendGridStub> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var server = builder.Build();
        server.Urls.Add("http://127.0.0.1:0");
        var stub = new SendGridStub(server);
        server.MapPost("/v3/mail/send", async http =>
        {
            stub.Authorization = http.Request.Headers.Authorization;
            stub.Mails.Enqueue((await JsonDocument.ParseAsync(http.Request.Body)).RootElement.Clone());
            await stub.Answer(stub.Mails.Count, http);
        });
        await server.StartAsync();
        return stub;
    }

    public static Task AcceptAsync(HttpContext http, string id)
    {
        http.Response.StatusCode = StatusCodes.Status202Accepted;
        http.Response.Headers["X-Message-Id"] = id;
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync() => await server.DisposeAsync();
}
