using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Experiments;
using RegelLoket.Intake;
using RegelLoket.Library.Editing;
using RegelLoket.Library.Experiments;
using RegelLoket.Library.Items;
using RegelLoket.Library.Laws;
using RegelLoket.Library.OpenData;
using RegelLoket.Library.Publication;
using RegelLoket.Library.Publication.Components;
using RegelLoket.Library.Publication.Mails;
using RegelLoket.Library.Search;
using RegelLoket.Library.Subscriptions;
using RegelLoket.Library.Subscriptions.Mails;
using RegelLoket.Notifications;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.Library;

public static class LibraryServiceCollectionExtensions
{
    public static IServiceCollection AddLibrary(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(new StorageContainer(LibraryStore.Container));
        services.AddSingleton(new StorageContainer(DumpStore.Container));
        services.AddSingleton(new StorageContainer(EditionStore.Container));
        services.AddSingleton<EditionStore>();
        services.AddSingleton<EditionWriter>();
        services.AddSingleton<EditorialService>();
        services.AddSingleton<SecondReaderService>();
        services.AddSingleton<LibraryStore>();
        services.AddSingleton<LibraryCache>();
        services.AddSingleton<DumpStore>();
        services.AddSingleton<LawBook>();
        services.AddSingleton<ILawPages>(provider => provider.GetRequiredService<LawBook>());
        services.AddSingleton<PublishedMatches>();
        services.AddSingleton<IPublishedCases>(provider => provider.GetRequiredService<PublishedMatches>());
        services.AddSingleton<PublicationProjection>();
        services.AddSingleton<ICaseProjection>(provider => provider.GetRequiredService<PublicationProjection>());
        services.AddSingleton<CasePublisher>();
        services.AddSingleton<PublishedExperiments>();
        services.AddSingleton<IPublishedExperiments>(provider => provider.GetRequiredService<PublishedExperiments>());
        services.AddSingleton<ExperimentProjection>();
        services.AddSingleton<ICaseProjection>(provider => provider.GetRequiredService<ExperimentProjection>());
        services.AddSingleton<PublicationService>();
        services.AddSingleton<ICarryOn, PublicationWithOutcome>();
        services.AddSingleton<IMailTemplate, PublicationToReporterMail>();
        services.AddSingleton<IMailTemplate, SharedWithSectorMail>();
        services.AddSingleton(new CaseTab(70, PublicationPageFunctions.Tab, "Publicatie", typeof(PublicationTab)));
        services.AddSingleton(new FollowPart(30, typeof(FollowPublication)));
        services.AddSingleton(new StorageContainer(Subscribers.Container));
        services.AddSingleton<Subscribers>();
        services.AddSingleton<SubscriberIds>();
        services.AddSingleton<FollowLinks>();
        services.AddSingleton<SubscriptionService>();
        services.AddSingleton<IStaffMailTemplate, LibraryNewsMail>();
        services.AddHostedService<LibrarySeed>();
        return services;
    }
}
