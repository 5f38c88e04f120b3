using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RegelLoket;
using RegelLoket.Demo;
using RegelLoket.Web.SignIn;

// Adds the samples to a desk that runs, with the services of the app itself: its settings come as environment variables, and its worker is
// not started. DurableClient is what the durable extension hands to functions for a client. A line "progress 12/97" says how far it is.
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
foreach (var colleague in DemoTeam.SignedIn())
{
    await services.GetRequiredService<Colleagues>().SeenAsync(colleague, CancellationToken.None);
}

await services.GetRequiredService<DemoFactsheets>().AddAsync(CancellationToken.None);
var (added, stopped) = await services.GetRequiredService<DemoCases>().AddAsync(
    services.GetRequiredService<DurableTaskClient>(),
    (seen, all) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"progress {seen}/{all}")));
await services.GetRequiredService<DeskOverview>().RefreshAsync(CancellationToken.None);
Console.WriteLine(added == 0 ? "The sample cases were there already." : $"{added} sample cases were added in "
    + $"{took.Elapsed.TotalSeconds:0} s.");
return stopped == 0 ? 0 : 1;
