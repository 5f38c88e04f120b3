using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using RegelLoket.OpenApi.Calls;

namespace RegelLoket.OpenApi;

public static class OpenApiServiceCollectionExtensions
{
    /// <summary>Registers the API's document with the documentation of all its parts.</summary>
    public static IServiceCollection AddOpenApiDocument(this IServiceCollection services)
    {
        services.AddSingleton<ApiDocument>();
        services.AddSingleton<IApiCalls, ReportCalls>();
        services.AddSingleton<IApiCalls, AttachmentCalls>();
        services.AddSingleton<IApiCalls, CaseCalls>();
        services.AddSingleton<IApiCalls, OutcomeCalls>();
        services.AddSingleton<IApiCalls, ExperimentCalls>();
        services.AddSingleton<IApiCalls, LogbookCalls>();
        services.AddSingleton<IApiCalls, MinistryCalls>();
        services.AddSingleton<IApiCalls, LibraryCalls>();
        services.AddSingleton<IApiCalls, FollowCalls>();
        services.AddSingleton<IApiCalls, EditorialCalls>();
        services.AddSingleton<IApiCalls, PublicationCalls>();
        services.AddSingleton<IApiCalls, PrivacyCalls>();
        services.AddSingleton<IApiCalls, RuleCalls>();
        services.AddSingleton<IApiCalls, AidCalls>();
        return services;
    }

    /// <summary>Refuses inexact API addresses; runs after the request guard.</summary>
    public static IFunctionsWorkerApplicationBuilder UseApiAddresses(this IFunctionsWorkerApplicationBuilder builder) =>
        builder.UseMiddleware<ApiAddresses>();

    /// <summary>Adds the API's version to every response.</summary>
    public static IFunctionsWorkerApplicationBuilder UseApiVersion(this IFunctionsWorkerApplicationBuilder builder) =>
        builder.UseMiddleware<ApiVersion>();
}
