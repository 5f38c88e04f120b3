using System.Net;
using System.Reflection;
using System.Text.Json;
using LocalRuntime.Hosting.Durable;
using LocalRuntime.Hosting.Http;
using LocalRuntime.Hosting.Identity;
using LocalRuntime.Hosting.Invocation;
using LocalRuntime.Hosting.Pages;
using LocalRuntime.Hosting.Queues;
using LocalRuntime.Hosting.Storage;
using LocalRuntime.Hosting.Timers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LocalRuntime.Hosting.Startup;

/// <summary>Puts the host of one app together.</summary>
internal sealed class LocalHostBuilder
{
    private readonly Assembly app;
    private readonly LocalArguments arguments;
    private readonly bool ownsProcess;
    private bool hasBuilt;

    public LocalHostBuilder(string[] args, Assembly app, bool ownsProcess)
    {
        this.app = app;
        this.ownsProcess = ownsProcess;
        arguments = new LocalArguments(args);
        Web = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            // No watch on the settings files: they do not change while the host runs, and watches are scarce.
            Args = ["--hostBuilder:reloadConfigOnChange=false"],
            ApplicationName = app.GetName().Name,
            ContentRootPath = Path.GetDirectoryName(app.Location),
            EnvironmentName = Environment.GetEnvironmentVariable("AZURE_FUNCTIONS_ENVIRONMENT"),
        });
        Web.Configuration.AddInMemoryCollection(LocalIdentity.Settings(app));
        Web.Configuration.AddInMemoryCollection(arguments.Settings);
        Web.Configuration.AddInMemoryCollection(LocalStorage.Settings(arguments, Web.Configuration));
        Worker = new WorkerApplicationBuilder(Web.Services);
        AddWorker(Web.Services);
        AddHost(Web.Services);
        ConfigureLogging(Web.Logging);
        Web.WebHost.ConfigureKestrel((_, kestrel) =>
        {
            kestrel.AddServerHeader = false;
            if (arguments.Port == 0)
            {
                kestrel.Listen(IPAddress.Loopback, 0);
            }
            else
            {
                kestrel.ListenLocalhost(arguments.Port);
            }
        });
    }

    public WebApplicationBuilder Web { get; }

    public WorkerApplicationBuilder Worker { get; }

    /// <summary>Whether the app asked for the ASP.NET Core integration; without it the worker cannot bind HttpRequest.</summary>
    public bool HasWebApplication { get; set; }

    public IHost Build()
    {
        if (hasBuilt)
        {
            throw new InvalidOperationException("The application has already been built.");
        }

        hasBuilt = true;
        try
        {
            return BuildHost();
        }
        catch (StartupException exception) when (ownsProcess)
        {
            FailedStart.Exit(exception);
            throw;
        }
    }

    private LocalHost BuildHost()
    {
        var catalog = FunctionCatalog.Discover(app);
        if (!HasWebApplication && catalog.WithTrigger<HttpTriggerAttribute>().Any())
        {
            throw new StartupException("The app has HTTP functions: call ConfigureFunctionsWebApplication() on its builder.");
        }

        Web.Services.AddSingleton(catalog);
        if (arguments.Command is not null)
        {
            Web.Services.Replace(ServiceDescriptor.Singleton<IServer, NoServer>());
        }

        var host = Web.Build();
        var requests = host.Services.GetRequiredService<RequestsFirst>();
        host.Use((_, next) => requests.RunAsync(next));
        host.UseMiddleware<HttpBoundary>();
        host.UseMiddleware<IdentityCookie>();
        host.UseRouting();
        host.Services.GetRequiredService<HttpFunctions>().Map(host);
        host.Services.GetRequiredService<LocalPages>().Map(host);
        if (catalog.HasDurable)
        {
            host.Services.GetRequiredService<ManagementApi>().Map(host);
        }

        return new LocalHost(host, arguments, ownsProcess);
    }

    private void AddWorker(IServiceCollection services)
    {
        services.AddSingleton<IFunctionsWorkerApplicationBuilder>(Worker);
        services.AddSingleton(Worker);
        services.Configure<JsonSerializerOptions>(options => options.PropertyNameCaseInsensitive = true);
        services.TryAddEnumerable(ServiceDescriptor.Transient<IPostConfigureOptions<WorkerOptions>, PayloadSerializer.Default>());
        services.AddSingleton<PayloadSerializer>();
        services.AddSingleton<FunctionRunner>();
        services.AddSingleton<RequestsFirst>();
        services.AddSingleton<QueueOutputs>();
        services.AddRouting();
        services.AddMvcCore();
        services.AddSingleton<HttpFunctions>();
        services.AddSingleton<HttpResults>();
    }

    private void AddHost(IServiceCollection services)
    {
        var clock = new LocalClock();
        services.AddSingleton(clock);
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton<ClockStore>();
        services.AddSingleton(arguments);
        services.AddSingleton(HostJson.Read(Web.Environment.ContentRootPath));
        services.AddSingleton<HostShutdown>();
        services.AddSingleton<StorageConnections>();
        services.AddSingleton<LocalStorage>();
        services.AddSingleton<DurableHost>();
        services.AddSingleton(provider => provider.GetRequiredService<DurableHost>().Client);
        services.AddSingleton<ManagementApi>();
        services.AddSingleton<Mailbox>();
        services.AddSingleton<SignInPage>();
        services.AddSingleton<ClockPage>();
        services.AddSingleton<MailboxPages>();
        services.AddSingleton<OrchestrationPages>();
        services.AddSingleton<LocalPages>();
        services.AddSingleton<QueueListeners>();
        services.AddSingleton<TimerListeners>();
        services.AddSingleton<StartOrder>();
        services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(10));
    }

    private static void ConfigureLogging(ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
        });
        logging.SetMinimumLevel(LogLevel.Warning);
        logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
    }
}
