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

    public bool IsValid => _errors.Count == 0;

    /// <summary>The text of a field without white space around it; empty if it was not filled in.</summary>
    public string Value(string name) => _values.TryGetValue(name, out var value) ? value.ToString() : "";

    public IReadOnlyList<string> Values(string name) => _values.TryGetValue(name, out var values) ? values.OfType<string>().ToArray() : [];

    /// <summary>Whether the form held this field at all, filled in or not.</summary>
    public bool Contains(string name) => _values.ContainsKey(name);

    public bool Has(string name, string value) => Values(name).Contains(value, StringComparer.Ordinal);

    public string? Error(string name) => _errors.GetValueOrDefault(name);

    public FormState With(string name, params string?[] values)
    {
        _values[name] = values.Where(value => !string.IsNullOrEmpty(value)).Select(value => TextSanitizer.Clean(value)).ToArray();
        return this;
    }

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
