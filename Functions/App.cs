using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using RegelLoket.Attachments;
using RegelLoket.ContextAnalysis;
using RegelLoket.Escalation;
using RegelLoket.Experiments;
using RegelLoket.Insight;
using RegelLoket.Intake;
using RegelLoket.Library;
using RegelLoket.Notifications;
using RegelLoket.OpenApi;
using RegelLoket.Operations;
using RegelLoket.Outcome;
using RegelLoket.Privacy;
using RegelLoket.ProblemStatement;
using RegelLoket.Storage;
using RegelLoket.Web;
using RegelLoket.Workbench;
using RegelLoket.Workflow;

namespace RegelLoket;

/// <summary>The parts of the app: the same for the program and for the tests that run it inside their own process.</summary>
public static class App
{
    public static FunctionsApplicationBuilder Compose(FunctionsApplicationBuilder builder)
    {
        builder.UseMiddleware<AbandonedRequests>();
        builder.ConfigureFunctionsWebApplication();
        builder.UseOperations();
        builder.UseStorage(builder.Configuration);
        builder.UseApiVersion();
        builder.UseWeb();
        builder.UseApiAddresses();

        builder.Services.AddStorage(builder.Configuration);
        builder.Services.AddWeb(builder.Configuration);
        builder.Services.AddAttachments(builder.Configuration);
        builder.Services.AddIntake(builder.Configuration);
        builder.Services.AddContextAnalysis();
        builder.Services.AddExperiments(builder.Configuration);
        builder.Services.AddLibrary(builder.Configuration);
        builder.Services.AddInsight();
        builder.Services.AddPrivacy(builder.Configuration);
        builder.Services.AddProblemStatement();
        builder.Services.AddEscalation(builder.Configuration);
        builder.Services.AddOutcome(builder.Configuration);
        builder.Services.AddNotifications(builder.Configuration);
        builder.Services.AddWorkbench();
        builder.Services.AddOpenApiDocument();
        builder.Services.AddOperations(builder.Configuration);
        builder.Services.AddWorkflow();
        return builder;
    }
}
