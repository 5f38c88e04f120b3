using Microsoft.Extensions.DependencyInjection;
using RegelLoket.ContextAnalysis.CaseLinks;
using RegelLoket.ContextAnalysis.CaseLinks.Mails;
using RegelLoket.ContextAnalysis.Catalogue;
using RegelLoket.ContextAnalysis.Components;
using RegelLoket.ContextAnalysis.Dialogue;
using RegelLoket.ContextAnalysis.Dialogue.Mails;
using RegelLoket.ContextAnalysis.Similarity;
using RegelLoket.ContextAnalysis.Splitting;
using RegelLoket.ContextAnalysis.Splitting.Mails;
using RegelLoket.ContextAnalysis.Suggestions;
using RegelLoket.Notifications;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.ContextAnalysis;

public static class AnalysisServiceCollectionExtensions
{
    /// <summary>Registers the services of the context analysis, the catalogue of rules and the suggestions.</summary>
    public static IServiceCollection AddContextAnalysis(this IServiceCollection services)
    {
        services.AddSingleton<CatalogueBook>();
        services.AddSingleton<CatalogueService>();
        services.AddSingleton<IRuleOwners, CatalogueOwners>();
        services.AddSingleton<IKnownLaws, CatalogueLaws>();
        services.AddSingleton(new StorageContainer(CatalogueBook.Container));
        services.AddSingleton<CurrentSuggestions>();
        services.AddSingleton<SimilarCases>();
        services.AddSingleton<ICaseProjection>(provider => provider.GetRequiredService<SimilarCases>());
        services.AddSingleton<MergeRules>();
        services.AddSingleton<CaseLinkService>();
        services.AddSingleton<SplitParts>();
        services.AddSingleton<SplitUndoing>();
        services.AddSingleton<SplitService>();
        services.AddSingleton<IMailTemplate, ReportSplitMail>();
        services.AddSingleton<IMailTemplate, ReportSplitUndoneMail>();
        services.AddSingleton<IMailTemplate, MergedMail>();
        services.AddSingleton<IMailTemplate, SplitOffMail>();
        services.AddSingleton<IMailTemplate, NewDayOfMainCaseMail>();
        services.AddSingleton<IMailTemplate, OutcomeOfMainCaseMail>();
        services.AddSingleton<IMailTemplate, MergedReporterWroteMail>();
        services.AddSingleton<DialogueSchedule>();
        services.AddSingleton<DialogueService>();
        services.AddSingleton<IMailTemplate, MessageToReporterMail>();
        services.AddSingleton<IMailTemplate, ReporterReminderMail>();
        services.AddSingleton<IMailTemplate, ClosedUnansweredMail>();
        services.AddSingleton<IMailTemplate, ReporterWroteMail>();
        services.AddSingleton<IMailTemplate, ReporterSilentMail>();
        services.AddSingleton(new CaseTab(10, AnalysisPageFunctions.ReportTab, "Melding", typeof(ReportTab)));
        services.AddSingleton(new CaseTab(20, AnalysisPageFunctions.ContextTab, "Context", typeof(ContextTab)));
        return services.AddSingleton<AnalysisService>();
    }
}
