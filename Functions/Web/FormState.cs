using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using RegelLoket.Cases;

namespace RegelLoket.Web;

/// <summary>The typed values of a form and their errors, by field name, for a page that is shown again.</summary>
public sealed class FormState
{
    private readonly Dictionary<string, StringValues> fields = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> errors = new(StringComparer.Ordinal);

    /// <summary>The first error of each field, in the order of detection.</summary>
    public IReadOnlyDictionary<string, string> Errors => errors;

    /// <summary>The text that another person saved meanwhile, when this form was filled from an older one.</summary>
    public NewerText? Newer { get; set; }

    /// <summary>Whether the command was refused; the typed text is then shown even without its form.</summary>
    public bool IsRefused { get; set; }

    /// <summary>The fields that the form held, filled in or not.</summary>
    public IEnumerable<string> Names => fields.Keys;

    /// <summary>Everything that was filled in, by field name.</summary>
    public IEnumerable<(string Name, string Value)> Filled =>
        fields.SelectMany(
            entry => entry.Value.Where(value => !string.IsNullOrEmpty(value)).Select(value => (entry.Key, value!)));

    /// <summary>The filled-in free texts and e-mail addresses, which nobody wants to retype.</summary>
    public IEnumerable<(string Name, string Value)> Written =>
        Filled.Where(
            entry => !FormFields.IsOurs(entry.Name) && (entry.Value.Length > 40 || entry.Value.Any(c => c == '@' || char.IsWhiteSpace(c))));

    public bool IsValid => errors.Count == 0;

    /// <summary>Returns the text of a field without surrounding white space; empty when it was not filled in.</summary>
    public string Value(string name) => fields.TryGetValue(name, out var value) ? value.ToString() : "";

    public IReadOnlyList<string> Values(string name) =>
        fields.TryGetValue(name, out var values) ? values.OfType<string>().ToArray() : [];

    /// <summary>Whether the form has this field, filled in or not.</summary>
    public bool Contains(string name) => fields.ContainsKey(name);

    /// <summary>
    /// Returns the day of a field; null when it is empty. An unreadable one is <see cref="DateOnly.MinValue"/>, so that
    /// it is rejected rather than ignored.
    /// </summary>
    public DateOnly? Day(string name) => Value(name) is not { Length: > 0 } typed ? null
        : DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : DateOnly.MinValue;

    public bool Has(string name, string value) => Values(name).Contains(value, StringComparer.Ordinal);

    public string? Error(string name) => errors.GetValueOrDefault(name);

    public FormState With(string name, params string?[] values)
    {
        fields[name] = values.Where(value => !string.IsNullOrEmpty(value)).Select(value => TextSanitizer.Clean(value))
            .ToArray();
        return this;
    }

    /// <summary>
    /// Shows the newer text next to the typed one. The form then has the newer version, so that sending it again
    /// replaces that one knowingly.
    /// </summary>
    public void ShowBeside(FormState newer, string by, DateTimeOffset? at)
    {
        Newer = new NewerText(by, at, newer.Texts(field => field.Name != "versie" && !Has(field.Name, field.Value)));
        With("versie", newer.Value("versie"));
    }

    /// <summary>Returns the filled-in texts with their labels.</summary>
    public IReadOnlyList<(string Label, string Text)> Texts(Func<(string Name, string Value), bool> shown) =>
        [.. Filled.Where(shown).Select(field => (FormFields.LabelOf(field.Name), field.Value))];

    /// <summary>Adds an error to a field; it is shown at the field and in the summary above the form.</summary>
    public void Refuse(string name, string message) => errors.TryAdd(name, message);

    /// <summary>Adds the errors of a command, by field.</summary>
    public void Refuse(IReadOnlyDictionary<string, string> errors)
    {
        foreach (var (name, message) in errors)
        {
            Refuse(name, message);
        }
    }

    /// <summary>Returns the values of a query string, for a form that is sent with GET.</summary>
    public static FormState Of(IQueryCollection query)
    {
        var state = new FormState();
        foreach (var (name, values) in query)
        {
            state.With(name, values.ToArray());
        }
        return state;
    }

    /// <summary>
    /// Reads the posted form. Text is converted to Unicode NFC, with line feeds as line ends and without control
    /// characters.
    /// </summary>
    public static async Task<FormState> ReadAsync(HttpRequest request, CancellationToken cancellation = default)
    {
        var state = new FormState();
        if (!request.HasFormContentType)
        {
            return state;
        }
        foreach (var (name, values) in await request.ReadFormAsync(cancellation))
        {
            state.With(name, values.ToArray());
        }
        return state;
    }
}
