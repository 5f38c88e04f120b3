using RegelLoket.Cases;

namespace RegelLoket.Experiments;

/// <summary>Addresses of the experiments on a case.</summary>
public static class ExperimentRoutes
{
    public static string Experiment(CaseNumber number, int experiment) =>
        $"/werkbank/zaken/{number}/experimenten/{experiment}";

    /// <summary>
    /// Returns the address of a form on the page of an experiment, by one of the slugs of
    /// <see cref="ExperimentPageFunctions"/>.
    /// </summary>
    public static string Act(CaseNumber number, int experiment, string slug) =>
        $"/werkbank/zaken/{number}/experimenten/{experiment}/{slug}";

    public static string ApiExperiment(CaseNumber number, int experiment) => $"/v1/zaken/{number}/experimenten/{experiment}";
}
