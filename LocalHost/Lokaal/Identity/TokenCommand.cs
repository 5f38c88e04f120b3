using LocalHost.Startup;

namespace LocalHost.Lokaal.Identity;

/// <summary>The command <c>token --rol ROL[,ROL] --naam NAAM</c>, which prints a bearer token.</summary>
internal static class TokenCommand
{
    public const string Name = "token";

    /// <param name="settings">The app's identity and roles.</param>
    /// <param name="roles">The value of <c>--rol</c>.</param>
    /// <param name="name">The value of <c>--naam</c>.</param>
    /// <exception cref="StartupException">Role or name is missing or unknown, or the app accepts no such
    /// token.</exception>
    public static string Run(LokaalSettings settings, string? roles, string? name)
    {
        // An option without a value has the value "true".
        var asked = LocalIdentity.RolesOf(roles);
        if (asked.Count == 0 || asked.Contains("true")
            || name?.Trim() is not { Length: > 0 and <= LocalIdentity.LongestName } who || who == "true")
        {
            throw new StartupException($"Usage: {Name} --rol ROL[,ROL] --naam \"NAAM\"");
        }

        if (settings.Roles.Count > 0 && asked.FirstOrDefault(role => !settings.Roles.Contains(role)) is { } unknown)
        {
            throw new StartupException($"There is no role '{unknown}'. The roles are: {string.Join(", ", settings.Roles)}.");
        }

        return settings.Identity?.Token(who, asked)
            ?? throw new StartupException("The app's settings name no development identity (LocalIdentity).");
    }
}
