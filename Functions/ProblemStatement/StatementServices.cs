using Microsoft.Extensions.DependencyInjection;

namespace RegelLoket.ProblemStatement;

public static class StatementServices
{
    /// <summary>Registers the desk of the problem statement.</summary>
    public static IServiceCollection AddProblemStatement(this IServiceCollection services) => services.AddSingleton<StatementDesk>();
}
