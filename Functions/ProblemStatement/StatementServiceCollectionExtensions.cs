using Microsoft.Extensions.DependencyInjection;
using RegelLoket.ProblemStatement.Components;
using RegelLoket.Web;

namespace RegelLoket.ProblemStatement;

public static class StatementServiceCollectionExtensions
{
    /// <summary>Registers the service of the problem statement.</summary>
    public static IServiceCollection AddProblemStatement(this IServiceCollection services) =>
        services.AddSingleton<StatementService>()
        .AddSingleton<ICarryOn, StatementWithContext>()
        .AddSingleton(new CaseTab(30, StatementPageFunctions.Tab, "Probleemstelling", typeof(StatementTab)));
}
