using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using RegelLoket.Cases;
using RegelLoket.Intake;
using RegelLoket.Web;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.UseWeb();

builder.Services.AddCases(builder.Configuration);
builder.Services.AddWeb(builder.Configuration);
builder.Services.AddIntake();

await builder.Build().RunAsync();
