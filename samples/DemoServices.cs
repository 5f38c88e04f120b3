using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Notifications;
using RegelLoket.Workflow;

namespace RegelLoket.Demo;

internal static class DemoServices
{
    /// <summary>
    /// Adds the demo to the services of the app, and puts under these a clock that can be set back and a post that knows it.
    /// </summary>
    public static IServiceCollection AddDemo(this IServiceCollection services)
    {
        var desk = services.Last(service => service.ServiceType == typeof(TimeProvider));
        services.AddSingleton(provider => new DemoClock(
            (TimeProvider)(desk.ImplementationInstance ?? desk.ImplementationFactory!(provider))));
        services.AddSingleton<TimeProvider>(provider => provider.GetRequiredService<DemoClock>());

        var sender = services.Last(service => service.ServiceType == typeof(IMailSender));
        services.AddSingleton<IMailSender>(provider => new PastPost(
            (IMailSender)sender.ImplementationFactory!(provider), provider.GetRequiredService<DemoClock>()));

        // A mail that takes long must not be left to the desk's queue, which would record it on today's date.
        services.Configure<NotificationOptions>(options => options.StepPatience = TimeSpan.FromMinutes(2));

        services.AddSingleton<CaseActivities>().AddSingleton<MinistryActivities>();
        services.AddSingleton<PastWorkflows>().AddSingleton<DemoWalk>().AddSingleton<DemoPath>();
        services.AddSingleton<DeskSteps>().AddSingleton<MinistrySteps>().AddSingleton<ReporterSteps>().AddSingleton<DemoSequels>();
        services.AddSingleton<DemoSplits>();
        return services.AddSingleton<DemoFactsheets>().AddSingleton<DeskOverview>().AddSingleton<DemoCases>();
    }
}
