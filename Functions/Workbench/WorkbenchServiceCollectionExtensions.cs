using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Notifications;
using RegelLoket.Storage;
using RegelLoket.Web;
using RegelLoket.Workbench.Digest;
using RegelLoket.Workbench.Digest.Mails;

namespace RegelLoket.Workbench;

public static class WorkbenchServiceCollectionExtensions
{
    /// <summary>Registers the services of the workbench and its API.</summary>
    public static IServiceCollection AddWorkbench(this IServiceCollection services)
    {
        services.AddSingleton<CaseOverview>();
        services.AddSingleton<ICaseProjection>(provider => provider.GetRequiredService<CaseOverview>());
        services.AddSingleton<WorkQueue>();
        services.AddSingleton<CasePages>();
        services.AddSingleton<ICasePages>(provider => provider.GetRequiredService<CasePages>());
        services.AddSingleton<BulkAssignment>();
        services.AddSingleton<SavedViews>();
        services.AddSingleton<AccessLog>();
        services.AddSingleton<DigestSettings>();
        services.AddSingleton<MorningPlans>();
        services.AddSingleton<IStaffMailTemplate, DigestMail>();
        services.AddSingleton<IStaffMailTemplate, StepsDueMail>();
        services.AddSingleton<SearchSeal>();
        services.AddSingleton(new StorageContainer(DigestSettings.Container));
        services.AddSingleton(new StorageContainer(SavedViews.Container));
        services.AddSingleton(new StorageContainer(AccessLog.Container));
        return services;
    }
}
