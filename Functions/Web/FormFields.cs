namespace RegelLoket.Web;

/// <summary>The names of hidden and technical form fields.</summary>
public static class FormFields
{
    /// <summary>The antiforgery token, which shows that the form comes from our own page.</summary>
    public const string Token = "_beveiliging";

    /// <summary>The idempotency key, under which the form is executed once, however often it is sent.</summary>
    public const string Key = "_sleutel";

    /// <summary>The version of the text from which the form was filled.</summary>
    public const string Version = "_versie";

    /// <summary>The tab of the step that the form carries along, from the button that sends both (<see cref="ICarryOn"/>).</summary>
    public const string CarryOn = "verder";

    /// <summary>The field that only programs fill in.</summary>
    public const string Trap = "website";

    /// <summary>The search text before a report was begun.</summary>
    public const string Search = "zoek";

    /// <summary>Whether a field is technical rather than typed by a person.</summary>
    public static bool IsOurs(string name) => name is Token or Key or Version or Trap or "bewijs";

    /// <summary>Returns a label for a field without one at hand: its name, as words.</summary>
    public static string LabelOf(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + string.Concat(
        name[1..].Select(c => c is '.' or '-' ? " " : char.IsAsciiLetterUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{c}"));
}
