using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SampleApp;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.UseMiddleware<InvocationLog>();
builder.Services.AddSingleton<Journal>();
builder.Services.AddScoped<Scoped>();

var host = builder.Build();
if (builder.Configuration["Command"] == "count")
{
    await host.StartAsync();
    Console.WriteLine($"blobs in journal: {await host.Services.GetRequiredService<Journal>().CountAsync()}");
    await host.StopAsync();
    return;
}

await host.RunAsync();
