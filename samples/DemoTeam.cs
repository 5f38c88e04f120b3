using System.Security.Cryptography;
using System.Text;
using RegelLoket.Cases;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Demo;

/// <summary>The desk of the demo: four analysts and a coordinator, with the ids that signing in locally gives their names.</summary>
internal static class DemoTeam
{
    private static readonly Dictionary<string, Actor> Analysts = new()
    {
        ["ans"] = Named("Ans Analist"),
        ["bea"] = Named("Bea Tweede"),
        ["joris"] = Named("Joris Maas"),
        ["samira"] = Named("Samira Haddou"),
    };

    public static Actor Coordinator { get; } = Named("Co Coördinator") with { Role = ActorRole.Coordinator };

    /// <summary>Returns the analyst with a first name; nobody in particular for a case that nobody took up.</summary>
    public static Actor Of(string firstName) => firstName.Length == 0 ? Actor.System
        : Analysts.GetValueOrDefault(firstName) ?? throw new InvalidDataException($"Nobody is called '{firstName}'.");

    /// <summary>All analysts as they sign in.</summary>
    public static IEnumerable<CurrentUser> SignedIn() =>
        Analysts.Values.Select(analyst => new CurrentUser(analyst.Id!, analyst.Name, [CurrentUser.AnalystRole]));

    private static Actor Named(string name) => new(ActorRole.Analyst, name, IdOf(name));

    /// <summary>As LocalHost makes it of a name: who signs in locally under one of these names is that colleague.</summary>
    private static string IdOf(string name) =>
        $"lokaal-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name.ToUpperInvariant())))[..12]}";
}
