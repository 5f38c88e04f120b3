using System.Reflection;
using LocalRuntime.Hosting.Startup;

namespace LocalRuntime.Hosting.Identity;

/// <summary>`token --rol ROL --naam NAAM`: prints a bearer token for the app's API, alone, and starts nothing.</summary>
internal static class TokenCommand
{
    public const string Name = "token";

    public static string Run(LocalArguments arguments, Assembly app)
    {
        var name = arguments["naam"]?.Trim();
        var roles = LocalIdentity.Roles(arguments["rol"]);
        if (roles.Count == 0 || roles.Contains("true") || name is not { Length: > 0 and <= 100 } || name == "true")
        {
            throw new StartupException($"Usage: {Name} --rol ROL[,ROL] --naam \"NAAM\"");
        }

        var known = LocalIdentity.Roles(LocalIdentity.Settings(app).GetValueOrDefault($"{LocalIdentity.Section}:Roles"));
        var unknown = known.Count == 0 ? null : roles.FirstOrDefault(role => !known.Contains(role));
        return unknown is null
            ? LocalIdentity.Token(name, roles)
            : throw new StartupException($"There is no role '{unknown}'. The roles are: {string.Join(", ", known)}.");
    }
}
