using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using RegelLoket;

await App.Compose(FunctionsApplication.CreateBuilder(args)).Build().RunAsync();
