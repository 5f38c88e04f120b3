using LocalRuntime.Hosting;
using LocalRuntime.Hosting.Startup;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Where an app of functions begins.</summary>
#pragma warning disable CA1052 // The public contract: a class that can be created.
public class FunctionsApplication
#pragma warning restore CA1052
{
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => LocalApplication.CreateBuilder(args);
}

/// <summary>Takes the app's services, configuration and middleware and builds its host.</summary>
public class FunctionsApplicationBuilder : IHostApplicationBuilder, IFunctionsWorkerApplicationBuilder
{
    internal FunctionsApplicationBuilder(LocalHostBuilder local) => Local = local;

    internal LocalHostBuilder Local { get; }

    public IDictionary<object, object> Properties => ((IHostApplicationBuilder)Local.Web).Properties;

    public ConfigurationManager Configuration => Local.Web.Configuration;

    IConfigurationManager IHostApplicationBuilder.Configuration => Configuration;

    public IHostEnvironment Environment => Local.Web.Environment;

    public ILoggingBuilder Logging => Local.Web.Logging;

    public IMetricsBuilder Metrics => Local.Web.Metrics;

    public IServiceCollection Services => Local.Web.Services;

    public IHost Build() => Local.Build();

    public void ConfigureContainer<TContainerBuilder>(IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure = null)
        where TContainerBuilder : notnull => ((IHostApplicationBuilder)Local.Web).ConfigureContainer(factory, configure);

    public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware) => Local.Worker.Use(middleware);
}

/// <summary>Turns on the ASP.NET Core integration: HttpRequest in, IResult or IActionResult out.</summary>
public static class FunctionsApplicationBuilderAspNetCoreExtensions
{
    public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(this FunctionsApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Local.HasWebApplication = true;
        return builder;
    }
}
