using System.Diagnostics.CodeAnalysis;

namespace RegelLoket.Cases;

/// <summary>
/// Checks the fields of a command and gives their parsed values, by their names in the API; what is wrong is collected, so that every
/// fault is reported at once. The one checker of form and API.
/// </summary>
public sealed class FieldErrors
{
    private readonly Dictionary<string, string> errors = [];

    public bool Any => errors.Count > 0;

    public IReadOnlyDictionary<string, string> All => errors;

    /// <summary>Keeps the first fault of a field: that is the one to mend first.</summary>
    public void Add(string field, string error) => errors.TryAdd(field, error);

    public void AddWhen(bool wrong, string field, string error)
    {
        if (wrong)
        {
            Add(field, error);
        }
    }

    /// <summary>
    /// Refuses a day that somebody typed and nobody can read: it comes as <see cref="DateOnly.MinValue"/>, so that it is not left out.
    /// </summary>
    public void RefuseUnreadable(string field, DateOnly? day) =>
        AddWhen(day == DateOnly.MinValue, field, "Vul een datum in, zoals 2026-05-01.");

    /// <summary>Whether a field has a fault by now.</summary>
    public bool Has(string field) => errors.ContainsKey(field);

    /// <summary>A required text, cleaned; a fault when it is empty or too long.</summary>
    public string Required(string field, string? text, int maximumLength, string whenEmpty)
    {
        var clean = Optional(field, text, maximumLength);
        AddWhen(clean is null, field, whenEmpty);
        return clean ?? "";
    }

    /// <summary>An optional text, cleaned; null when there is nothing in it, a fault when it is too long.</summary>
    public string? Optional(string field, string? text, int maximumLength)
    {
        var clean = TextSanitizer.Clean(text) is { Length: > 0 } something ? something : null;
        AddWhen(clean?.Length > maximumLength, field, $"Gebruik hier hoogstens {maximumLength} tekens. Nu zijn het er {clean?.Length}.");
        return clean;
    }

    /// <summary>A text by what it is called in a sentence; empty when it was left out.</summary>
    /// <param name="field">The field's name in the API.</param>
    /// <param name="text">What somebody typed.</param>
    /// <param name="label">What the field is called in a sentence: "de titel".</param>
    /// <param name="maximum">The most characters.</param>
    /// <param name="required">Whether it must be there.</param>
    public string Text(string field, string? text, string label, int maximum, bool required = false)
    {
        var clean = TextSanitizer.Clean(text);
        AddWhen(required && clean.Length == 0, field, $"Vul {label} in.");
        AddWhen(clean.Length > maximum, field, $"Maak {label} korter: hoogstens {maximum} tekens, nu {clean.Length}.");
        return clean;
    }

    /// <summary>The same for a text of one line: line ends become spaces.</summary>
    public string Line(string field, string? text, string label, int maximum, bool required = false) =>
        Text(field, TextSanitizer.CleanLine(text), label, maximum, required);

    /// <summary>One of a fixed list; null when it was left out or is none of them.</summary>
    public T? Slug<T>(string field, string? slug, string whenWrong, bool required = false) where T : struct, Enum
    {
        if (string.IsNullOrWhiteSpace(slug))
        {
            AddWhen(required, field, whenWrong);
            return null;
        }

        var known = EnumNames.TryParseSlug<T>(slug, out var value);
        AddWhen(!known, field, whenWrong);
        return known ? value : null;
    }

    /// <summary>Some of a fixed list, each once, in the order in which they came.</summary>
    /// <param name="field">The field's name in the API.</param>
    /// <param name="slugs">What was chosen.</param>
    /// <param name="whenWrong">What is said of one that is not in the list.</param>
    /// <param name="whenEmpty">What is said when nothing was chosen; null where that is allowed.</param>
    public IReadOnlyList<T> Slugs<T>(string field, IReadOnlyList<string?>? slugs, string whenWrong, string? whenEmpty = null)
        where T : struct, Enum
    {
        var values = (slugs ?? []).Select(slug => Slug<T>(field, slug, whenWrong, required: true)).OfType<T>().Distinct().ToList();
        if (values.Count == 0 && whenEmpty is not null)
        {
            Add(field, whenEmpty);
        }

        return values;
    }

    /// <summary>An e-mail address; null when it was left out or is none.</summary>
    public EmailAddress? Email(string field, string? text, bool required = false)
    {
        if (string.IsNullOrWhiteSpace(text) && !required)
        {
            return null;
        }

        AddWhen(!EmailAddress.TryParse(text, out var address, out var fault), field, fault);
        return address;
    }

    /// <summary>The same for an address that must be there: false after noting what is wrong.</summary>
    public bool TryEmail(string field, string? text, [NotNullWhen(true)] out EmailAddress? address) =>
        (address = Email(field, text, required: true)) is not null;
}
