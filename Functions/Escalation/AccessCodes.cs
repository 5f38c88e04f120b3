using RegelLoket.Cases;

namespace RegelLoket.Escalation;

/// <summary>The codes that are mailed to a ministry's own domain, so that a link that went astray opens nothing.</summary>
public static class AccessCodes
{
    /// <summary>The name of a code that is still to be mailed in <see cref="PrivateCase.Secrets"/>.</summary>
    public static string SecretOf(Ministry ministry) => $"access.{ministry.Slug()}";
}
