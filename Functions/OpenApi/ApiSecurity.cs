using System.Text.Json.Nodes;

namespace RegelLoket.OpenApi;

/// <summary>How callers show who they are. Codes go in headers, never in an address.</summary>
internal static class ApiSecurity
{
    public static JsonObject Schemes() => new()
    {
        ["Volgcode"] = InHeader("Volgcode", "De geheime code van de melder. Je krijgt hem één keer, bij het melden."),
        ["Reactiecode"] = InHeader("Reactiecode", "De geheime code uit de link aan een ministerie, of de sessie die een toegangscode gaf."),
        ["Token"] = new JsonObject
        {
            ["type"] = "http",
            ["scheme"] = "bearer",
            ["bearerFormat"] = "JWT",
            ["description"] = "Een token van een collega met de rol analist of coordinator.",
        },
    };

    public static JsonArray Of(ApiCaller caller) => caller switch
    {
        ApiCaller.Reporter => [Scheme("Volgcode")],
        ApiCaller.Ministry => [Scheme("Reactiecode")],
        ApiCaller.Colleague => [Scheme("Token")],
        _ => [],
    };

    private static JsonObject Scheme(string name) => new() { [name] = new JsonArray() };

    private static JsonObject InHeader(string name, string description) =>
        new() { ["type"] = "apiKey", ["in"] = "header", ["name"] = name, ["description"] = description };
}
