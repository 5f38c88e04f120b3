using System.Diagnostics;
using System.Text.Json;
using Grpc.Net.Client;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RegelLoket;
using RegelLoket.Demo;
using RegelLoket.Web.SignIn;

// Adds the samples to a desk that runs, with the services of the app itself: its settings come as environment variables, and its worker is
// not started. DurableClient is what the durable extension hands to functions for a client.
var took = Stopwatch.StartNew();
var builder = App.Compose(FunctionsApplication.CreateBuilder(args));
var binding = JsonSerializer.Deserialize<DurableBinding>(
    builder.Configuration["DurableClient"] ?? throw new InvalidOperationException("The setting DurableClient is missing."),
    JsonSerializerOptions.Web)!;
builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning);
builder.Services.AddDurableTaskClient(client => client.UseGrpc(binding.Channel()));
builder.Services.AddDemo();
await using var services = builder.Services.BuildServiceProvider();

// Who handles the samples signed in once, so that cases can be given to them.
foreach (var colleague in new[] { DemoSteps.Ans, DemoSteps.Bea })
{
    await services.GetRequiredService<Colleagues>().SeenAsync(
        new CurrentUser(colleague.Name.ToUpperInvariant(), colleague.Name, [CurrentUser.AnalystRole]), CancellationToken.None);
}

var (added, stopped) = await services.GetRequiredService<DemoCases>()
    .AddAsync(services.GetRequiredService<DurableTaskClient>(), CancellationToken.None);
Console.WriteLine(added == 0 ? "The sample cases were there already." : $"{added} sample cases were added in "
    + $"{took.Elapsed.TotalSeconds:0} s.");
return stopped == 0 ? 0 : 1;

/// <summary>Where the durable extension takes the calls of clients, and for which task hub.</summary>
internal sealed record DurableBinding(Uri RpcBaseUrl, string? TaskHubName, string? ConnectionName)
{
    /// <summary>
    /// A channel whose every call names the hub and the connection where they are given, as the channels of the worker do.
    /// </summary>
    public GrpcChannel Channel()
    {
        var http = new HttpClient();
        foreach (var (name, value) in new[] { ("Durable-TaskHub", TaskHubName), ("Durable-ConnectionName", ConnectionName) })
        {
            if (!string.IsNullOrEmpty(value))
            {
                http.DefaultRequestHeaders.Add(name, value);
            }
        }

        return GrpcChannel.ForAddress(RpcBaseUrl, new GrpcChannelOptions { HttpClient = http, DisposeHttpClient = true });
    }
}
