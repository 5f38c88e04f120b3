using Azure.Core;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using RegelLoket.Cases;

namespace RegelLoket.Storage;

/// <summary>Registers the storage of cases, its keys, and the clock.</summary>
public static class StorageServiceCollectionExtensions
{
    private const string Storage = "AzureWebJobsStorage";
    private const string DevelopmentStorage = "UseDevelopmentStorage=true";

    /// <summary>Refreshes a movable clock before every function.</summary>
    public static IFunctionsWorkerApplicationBuilder UseStorage(this IFunctionsWorkerApplicationBuilder builder,
        IConfiguration configuration) =>
        MovableClock(configuration) is null ? builder : builder.UseMiddleware<DeskClockMiddleware>();

    /// <summary>Registers the clock, storage, data protection and the services that read and write cases.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddClock(configuration);
        services.TryAddSingleton(_ => BlobsOf(configuration));
        services.TryAddSingleton(_ => QueuesOf(configuration));
        services.AddDataProtection().SetApplicationName("RegelLoket").ProtectKeys(configuration);
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(
                options => options.XmlRepository = new BlobKeyRing(provider.GetRequiredService<BlobServiceClient>())));

        services.AddOptions<WorkingDayOptions>().Bind(configuration.GetSection(WorkingDayOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton(provider => new WorkingDays(provider.GetRequiredService<IOptions<WorkingDayOptions>>().Value));
        services.AddOptions<StepTerms>().Bind(configuration.GetSection(StepTerms.Section)).ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<StepTerms>>().Value);
        services.AddSingleton<ProtectedSecrets>();
        services.AddSingleton<OneTimeCodes>();
        services.AddSingleton<RequestClaims>();
        services.AddSingleton<CaseStore>();
        services.AddSingleton<CaseFamilies>();
        services.AddSingleton<CaseIndex>();
        services.AddSingleton<AnchorStore>();
        services.AddSingleton<CaseVerifier>();
        services.AddSingleton<CaseWorkflows>();
        services.AddSingleton<CaseService>();
        services.AddSingleton<CaseFeed>();
        services.AddHostedService<StorageSetup>();
        services.AddSingleton(new StorageQueue(PostponedSignal.QueueName));
        foreach (var container in new[] { CaseStore.StreamContainer, CaseStore.PrivateContainer, CaseIndex.OpenContainer,
            AnchorStore.Container, BlobKeyRing.Container, RequestClaims.Container })
        {
            services.AddSingleton(new StorageContainer(container));
        }

        return services;
    }

    /// <summary>Registers the machine's clock; in Development the movable one when a setting names its blob.</summary>
    private static void AddClock(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DeskClockOptions>().Bind(configuration.GetSection(DeskClockOptions.Section))
            .Validate<IHostEnvironment>(
                (clock, environment) => string.IsNullOrEmpty(clock.Klok) || environment.IsDevelopment(),
                "Loket:Klok makes the clock movable and is for Development only: remove it here.")
            .ValidateOnStart();
        if (MovableClock(configuration) is { } name)
        {
            services.TryAddSingleton(_ => DeskClock.Open(configuration[Storage] ?? DevelopmentStorage, name));
            services.TryAddSingleton<TimeProvider>(provider => provider.GetRequiredService<DeskClock>());
        }

        services.TryAddSingleton(TimeProvider.System);
    }

    /// <summary>Returns the blob of the movable clock; null for the machine's clock.</summary>
    private static string? MovableClock(IConfiguration configuration) =>
        configuration.GetSection(DeskClockOptions.Section)[nameof(DeskClockOptions.Klok)] is { Length: > 0 } name
            ? name : null;

    /// <summary>
    /// Returns a client by managed identity when <c>AzureWebJobsStorage__blobServiceUri</c> is set, as in Azure; else
    /// by the connection string, by default of the development storage. Cases may have an account of their own:
    /// <c>CaseStorage</c> overrides <c>AzureWebJobsStorage</c>.
    /// </summary>
    private static BlobServiceClient BlobsOf(IConfiguration configuration) =>
        ServiceUri(configuration, "blobServiceUri") is { } uri
            ? new BlobServiceClient(uri, Identity(configuration), Impatient(new BlobClientOptions()))
            : new BlobServiceClient(ConnectionString(configuration), Impatient(new BlobClientOptions()));

    private static QueueServiceClient QueuesOf(IConfiguration configuration)
    {
        var options = Impatient(new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        return configuration[$"{Storage}:queueServiceUri"] is { Length: > 0 } uri
            ? new QueueServiceClient(new Uri(uri), Identity(configuration), options)
            : new QueueServiceClient(configuration[Storage] ?? DevelopmentStorage, options);
    }

    /// <summary>
    /// Shortens the client's timeout of 100 s, so that a request without a response is retried while the user is still
    /// waiting for the page; <see cref="PatientRetry"/> shortens it further where a visitor waits.
    /// </summary>
    private static T Impatient<T>(T options) where T : ClientOptions
    {
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(20);
        options.RetryPolicy = new PatientRetry();
        return options;
    }

    private static Uri? ServiceUri(IConfiguration configuration, string name) =>
        (configuration[$"CaseStorage:{name}"] ?? configuration[$"{Storage}:{name}"]) is { Length: > 0 } uri
            ? new Uri(uri) : null;

    private static string ConnectionString(IConfiguration configuration) =>
        configuration["CaseStorage"] ?? configuration[Storage] ?? DevelopmentStorage;

    internal static TokenCredential Identity(IConfiguration configuration) =>
        configuration[$"{Storage}:clientId"] is { Length: > 0 } client
            ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(client))
            : new DefaultAzureCredential();
}
