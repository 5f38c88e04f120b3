using RegelLoket.Cases;

namespace RegelLoket.Experiments;

/// <summary>Addresses of the experiments on a case.</summary>
public static class ExperimentRoutes
{
    /// <summary>The organisation's pages; the code of its link is in the fragment, which no server, log or referrer sees.</summary>
    public const string Participation = "/experiment";

    /// <summary>Opens a link.</summary>
    public const string OpenParticipation = "/experiment/openen";

    /// <summary>The page with what the organisation wrote so far, and the form for the next step.</summary>
    public const string Logbook = "/experiment/logboek";

    /// <summary>Ends the session in this browser.</summary>
    public const string EndParticipation = "/experiment/klaar";

    /// <summary>
    /// Returns the address of a form on the page of an experiment, by one of the slugs of
    /// <see cref="ExperimentPageFunctions"/>.
    /// </summary>
    public static string Act(CaseNumber number, int experiment, string slug) =>
        $"/werkbank/zaken/{number}/experimenten/{experiment}/{slug}";

    public static string ApiExperiment(CaseNumber number, int experiment) => $"/v1/zaken/{number}/experimenten/{experiment}";
}
