using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using RegelLoket;
using RegelLoket.Cases;

var builder = App.Compose(FunctionsApplication.CreateBuilder(args));
var command = builder.Configuration["Command"];
var host = builder.Build();
if (command != VerifyCommand.Name)
{
    await host.RunAsync();
    return 0;
}

await host.StartAsync();
var exitCode = await VerifyCommand.RunAsync(host.Services, Console.Out, CancellationToken.None);
await host.StopAsync();
return exitCode;
