using RegelLoket.Cases;

namespace RegelLoket.Library.Items;

/// <summary>
/// Addresses of the library: for everybody, on the workbench, and as open data. They lie with the items, which all parts of
/// the library know.
/// </summary>
public static class LibraryRoutes
{
    public const string Feed = "/bibliotheek/feed.atom";
    public const string FrontRunners = "/koplopers";

    /// <summary>Where the reporter reads the public text.</summary>
    public const string Reply = "/volgen/publicatie";

    public const string NewFactsheet = "/werkbank/redactie/nieuw-factsheet";
    public const string NewFrontRunner = "/werkbank/redactie/nieuwe-koploper";

    public const string ApiCases = "/v1/casussen";
    public const string ApiFactsheets = "/v1/factsheets";
    public const string ApiFrontRunners = "/v1/koplopers";
    public const string ApiExperiments = "/v1/experimenten";
    public const string ApiCatalogue = "/v1/catalogus";

    /// <summary>Everything in one archive.</summary>
    public const string ApiDump = "/v1/catalogus/dump";

    public static string FrontRunner(string id) => $"/koplopers/{id}";

    /// <summary>The way of a published case from report to effect.</summary>
    public static string LineOfSight(CaseNumber number) => $"/zaken/{number}";

    /// <summary>Where a coordinator edits an item.</summary>
    public static string Edit(string id) => $"/werkbank/redactie/{id}";

    /// <summary>Ticks off that an item was read again.</summary>
    public static string Review(string id) => $"/werkbank/redactie/{id}/nakijken";

    /// <summary>Where a second reader reads a proposal.</summary>
    public static string Proposal(string id) => $"/werkbank/redactie/{id}/voorstel";

    public static string Approve(string id) => $"/werkbank/redactie/{id}/goedkeuren";

    public static string Return(string id) => $"/werkbank/redactie/{id}/terugsturen";

    public static string Withdraw(string id) => $"/werkbank/redactie/{id}/intrekken";

    /// <summary>The tab Publicatie.</summary>
    public static string Publication(CaseNumber number) => $"/werkbank/zaken/{number}/publicatie";

    public static string ApiPublication(CaseNumber number, int version) => $"/v1/zaken/{number}/publicaties/{version}";

    public static string ApiCase(string id) => $"/v1/casussen/{id}";

    public static string ApiFactsheet(string id) => $"/v1/factsheets/{id}";

    public static string ApiExperiment(string id) => $"/v1/experimenten/{id}";
}
