using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Storage;

namespace RegelLoket.Privacy;

public static class PrivacyServiceCollectionExtensions
{
    public static IServiceCollection AddPrivacy(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RetentionOptions>().Bind(configuration.GetSection(RetentionOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton(new StorageContainer(RetentionRun.Container));
        services.AddSingleton(new StorageContainer(PersonRequestStore.Container));
        services.AddSingleton<RetentionProjection>();
        services.AddSingleton<ICaseProjection>(provider => provider.GetRequiredService<RetentionProjection>());
        services.AddSingleton<Eraser>();
        services.AddSingleton<RetentionRun>();
        services.AddSingleton<PersonRequestStore>();
        services.AddSingleton<PersonRequestService>();
        return services;
    }
}
