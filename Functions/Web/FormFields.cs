namespace RegelLoket.Web;

/// <summary>The fields that forms carry unseen, beside what somebody types.</summary>
public static class FormFields
{
    /// <summary>The token that shows that the form comes from our own page.</summary>
    public const string Token = "_beveiliging";

    /// <summary>The key under which what the form asks happens once, however often it is sent.</summary>
    public const string Key = "_sleutel";

    /// <summary>The version of the text that the form was filled from.</summary>
    public const string Version = "_versie";

    /// <summary>The tab of the step that the form carries along, from the button that sends both (<see cref="ICarryOn"/>).</summary>
    public const string CarryOn = "verder";

    /// <summary>The field that only programs fill in.</summary>
    public const string Trap = "website";

    /// <summary>What somebody looked for before they began a report.</summary>
    public const string Search = "zoek";

    /// <summary>Whether a field is ours rather than something that somebody typed.</summary>
    public static bool IsOurs(string name) => name is Token or Key or Version or Trap or "bewijs";

    /// <summary>What a field is called where its own label is not at hand: its name, as words.</summary>
    public static string LabelOf(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + string.Concat(
        name[1..].Select(c => c is '.' or '-' ? " " : char.IsAsciiLetterUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{c}"));
}
