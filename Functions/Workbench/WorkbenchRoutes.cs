using RegelLoket.Cases;

namespace RegelLoket.Workbench;

/// <summary>Addresses of the workbench that nobody else links to.</summary>
public static class WorkbenchRoutes
{
    public const string Search = "/werkbank/zoeken";
    public const string Assignments = "/werkbank/toewijzingen";
    public const string Views = "/werkbank/weergaven";

    /// <summary>The rhythm of the overview by mail.</summary>
    public const string Digest = "/werkbank/overzicht-per-mail";

    /// <summary>The queue as a table.</summary>
    public const string Table = "/werkbank/zaken.csv";

    public const string ApiCases = "/v1/zaken";

    public static string DeleteView(string id) => $"/werkbank/weergaven/{id}/verwijderen";

    /// <summary>The case as one document, to print.</summary>
    public static string Dossier(CaseNumber number) => $"/werkbank/zaken/{number}/dossier";

    /// <summary>Who looked at the case.</summary>
    public static string Accesses(CaseNumber number) => $"/werkbank/zaken/{number}/inzage";
}
