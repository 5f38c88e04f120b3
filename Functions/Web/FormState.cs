using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using RegelLoket.Cases;

namespace RegelLoket.Web;

/// <summary>What a person typed and what is wrong with it, by field name: a page that comes back shows both again.</summary>
public sealed class FormState
{
    private readonly Dictionary<string, StringValues> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _errors = new(StringComparer.Ordinal);

    /// <summary>The first error of each field, in the order in which they were found.</summary>
    public IReadOnlyDictionary<string, string> Errors => _errors;

    /// <summary>What somebody else wrote meanwhile, where this form was filled from an older text.</summary>
    public NewerText? Newer { get; set; }

    /// <summary>Whether it could not be done now: then what was written is shown, also where its form is no longer there.</summary>
    public bool IsRefused { get; set; }

    /// <summary>The fields that the form held, filled in or not.</summary>
    public IEnumerable<string> Names => _values.Keys;

    /// <summary>Everything that was filled in, by field name.</summary>
    public IEnumerable<(string Name, string Value)> Filled =>
        _values.SelectMany(entry => entry.Value.Where(value => !string.IsNullOrEmpty(value)).Select(value => (entry.Key, value!)));

    /// <summary>What was filled in with words: what nobody wants to type again.</summary>
    public IEnumerable<(string Name, string Value)> Written =>
        Filled.Where(entry => !FormFields.IsOurs(entry.Name) && (entry.Value.Length > 40 || entry.Value.Any(char.IsWhiteSpace)));

    public bool IsValid => _errors.Count == 0;

    /// <summary>The text of a field without white space around it; empty if it was not filled in.</summary>
    public string Value(string name) => _values.TryGetValue(name, out var value) ? value.ToString() : "";

    public IReadOnlyList<string> Values(string name) => _values.TryGetValue(name, out var values) ? values.OfType<string>().ToArray() : [];

    /// <summary>Whether the form held this field at all, filled in or not.</summary>
    public bool Contains(string name) => _values.ContainsKey(name);

    /// <summary>
    /// The day of a field; null when it is empty. One that cannot be read is <see cref="DateOnly.MinValue"/>, so that it is refused and
    /// not left out.
    /// </summary>
    public DateOnly? Day(string name) => Value(name) is not { Length: > 0 } typed ? null
        : DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : DateOnly.MinValue;

    public bool Has(string name, string value) => Values(name).Contains(value, StringComparer.Ordinal);

    public string? Error(string name) => _errors.GetValueOrDefault(name);

    public FormState With(string name, params string?[] values)
    {
        _values[name] = values.Where(value => !string.IsNullOrEmpty(value)).Select(value => TextSanitizer.Clean(value)).ToArray();
        return this;
    }

    /// <summary>
    /// Shows the newer text beside what was typed. The form goes on from the newer version, so that sending it again replaces that one
    /// knowingly.
    /// </summary>
    public void ShowBeside(FormState newer, string by, DateTimeOffset? at)
    {
        Newer = new NewerText(by, at, newer.Texts(field => field.Name != "versie" && !Has(field.Name, field.Value)));
        With("versie", newer.Value("versie"));
    }

    /// <summary>What is filled in by what each field is called.</summary>
    public IReadOnlyList<(string Label, string Text)> Texts(Func<(string Name, string Value), bool> shown) =>
        [.. Filled.Where(shown).Select(field => (FormFields.LabelOf(field.Name), field.Value))];

    /// <summary>Notes what is wrong with a field; the words stand at the field and in the summary above the form.</summary>
    public void Refuse(string name, string message) => _errors.TryAdd(name, message);

    /// <summary>Notes what a command found wrong, by field.</summary>
    public void Refuse(IReadOnlyDictionary<string, string> errors)
    {
        foreach (var (name, message) in errors)
        {
            Refuse(name, message);
        }
    }

    /// <summary>The values of an address, for a form that is sent with GET.</summary>
    public static FormState Of(IQueryCollection query)
    {
        var state = new FormState();
        foreach (var (name, values) in query)
        {
            state.With(name, values.ToArray());
        }
        return state;
    }

    /// <summary>Reads the posted form. Text comes in Unicode NFC, with line feeds as line ends and without control characters.</summary>
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
