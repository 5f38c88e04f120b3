using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SampleApp;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.UseMiddleware<InvocationLog>();
builder.Services.AddSingleton<Journal>();
builder.Services.AddSingleton<Queues>();
builder.Services.AddScoped<Scoped>();
builder.Services.AddOptions<SampleOptions>().Bind(builder.Configuration.GetSection("Sample"))
    .Validate(options => options.Greeting.Length > 0, "Sample:Greeting is missing.").ValidateOnStart();

var host = builder.Build();
if (args is ["count"])
{
    Console.WriteLine($"blobs in journal: {await host.Services.GetRequiredService<Journal>().CountAsync()}");
    return 3;
}

using var taker = TakenPort.Take(host.Services);
await host.RunAsync();
return 0;
