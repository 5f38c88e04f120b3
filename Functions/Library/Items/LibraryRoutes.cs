using RegelLoket.Cases;

namespace RegelLoket.Library.Items;

/// <summary>
/// Addresses of the library: public, on the workbench, and as open data. They are in the folder of the items, on which
/// all parts of the library depend.
/// </summary>
public static class LibraryRoutes
{
    public const string Feed = "/bibliotheek/feed.atom";
    public const string FrontRunners = "/koplopers";

    /// <summary>The reporter's page with the public text.</summary>
    public const string Reply = "/volgen/publicatie";

    public const string NewFactsheet = "/werkbank/redactie/nieuw-factsheet";
    public const string NewFrontRunner = "/werkbank/redactie/nieuwe-koploper";

    public const string ApiCases = "/v1/casussen";
    public const string ApiFactsheets = "/v1/factsheets";
    public const string ApiFrontRunners = "/v1/koplopers";
    public const string ApiExperiments = "/v1/experimenten";
    public const string ApiLaws = "/v1/wetten";
    public const string ApiCatalogue = "/v1/catalogus";

    /// <summary>All items in one archive.</summary>
    public const string ApiDump = "/v1/catalogus/dump";

    public static string FrontRunner(string id) => $"/koplopers/{id}";

    /// <summary>Returns the address of an answer on one A4, to show.</summary>
    public static string Handout(string id) => $"/bibliotheek/{id}/op-papier";

    /// <summary>Returns the address of the same as a file.</summary>
    public static string HandoutFile(string id) => $"/bibliotheek/{id}/op-papier.pdf";

    /// <summary>Returns the address of the timeline of a published case, from report to effect.</summary>
    public static string LineOfSight(CaseNumber number) => $"/zaken/{number}";

    /// <summary>Returns the address of the form to edit an item.</summary>
    public static string Edit(string id) => $"/werkbank/redactie/{id}";

    /// <summary>Returns the address to record the review of an item.</summary>
    public static string Review(string id) => $"/werkbank/redactie/{id}/nakijken";

    /// <summary>Where a second reader reads a proposal.</summary>
    public static string Proposal(string id) => $"/werkbank/redactie/{id}/voorstel";

    public static string Approve(string id) => $"/werkbank/redactie/{id}/goedkeuren";

    public static string Return(string id) => $"/werkbank/redactie/{id}/terugsturen";

    public static string Withdraw(string id) => $"/werkbank/redactie/{id}/intrekken";

    /// <summary>Returns the address of the tab Publicatie.</summary>
    public static string Publication(CaseNumber number) => $"/werkbank/zaken/{number}/publicatie";

    public static string ApiCase(string id) => $"/v1/casussen/{id}";

    public static string ApiFactsheet(string id) => $"/v1/factsheets/{id}";

    public static string ApiLaw(string id) => $"/v1/wetten/{id}";

    public static string ApiExperiment(string id) => $"/v1/experimenten/{id}";
}
