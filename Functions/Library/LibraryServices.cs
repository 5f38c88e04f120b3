using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;
using RegelLoket.Library.Items;
using RegelLoket.Library.OpenData;

namespace RegelLoket.Library;

public static class LibraryServices
{
    public static IServiceCollection AddLibrary(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(new StorageContainer(LibraryStore.Container));
        services.AddSingleton(new StorageContainer(DumpStore.Container));
        services.AddSingleton<LibraryStore>();
        services.AddSingleton<DumpStore>();
        services.AddSingleton<Shelf>();
        services.AddHostedService<LibrarySeed>();
        return services;
    }
}
