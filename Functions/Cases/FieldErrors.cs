using System.Diagnostics.CodeAnalysis;

namespace RegelLoket.Cases;

/// <summary>
/// Checks the fields of a command, returns their parsed values and collects the errors by the fields' names in the API,
/// so that all of them are reported at once. Form and API both use it.
/// </summary>
public sealed class FieldErrors
{
    private readonly Dictionary<string, string> errors = [];

    public bool Any => errors.Count > 0;

    public IReadOnlyDictionary<string, string> All => errors;

    /// <summary>Adds an error; only the first one of a field is kept, since that is the one to correct first.</summary>
    public void Add(string field, string error) => errors.TryAdd(field, error);

    public void AddWhen(bool wrong, string field, string error)
    {
        if (wrong)
        {
            Add(field, error);
        }
    }

    /// <summary>
    /// Rejects an unreadable day, which arrives as <see cref="DateOnly.MinValue"/> so that it is not mistaken for a
    /// missing one.
    /// </summary>
    public void RefuseUnreadable(string field, DateOnly? day) =>
        AddWhen(day == DateOnly.MinValue, field, "Vul een datum in, zoals 2026-05-01.");

    /// <summary>Whether a field has an error so far.</summary>
    public bool Has(string field) => errors.ContainsKey(field);

    /// <summary>Returns a required text, cleaned; adds an error when it is empty or too long.</summary>
    public string Required(string field, string? text, int maximumLength, string whenEmpty)
    {
        var clean = Optional(field, text, maximumLength);
        AddWhen(clean is null, field, whenEmpty);
        return clean ?? "";
    }

    /// <summary>Returns an optional text, cleaned, or null when empty; adds an error when it is too long.</summary>
    public string? Optional(string field, string? text, int maximumLength)
    {
        var clean = TextSanitizer.Clean(text) is { Length: > 0 } something ? something : null;
        AddWhen(clean?.Length > maximumLength, field,
            $"Gebruik hier hoogstens {maximumLength} tekens. Nu zijn het er {clean?.Length}.");
        return clean;
    }

    /// <summary>Returns a text, cleaned; empty when it was left out.</summary>
    /// <param name="field">The field's name in the API.</param>
    /// <param name="text">The input.</param>
    /// <param name="label">The field's name in a sentence: "de titel".</param>
    /// <param name="maximum">The maximum number of characters.</param>
    /// <param name="required">Whether it is required.</param>
    public string Text(string field, string? text, string label, int maximum, bool required = false)
    {
        var clean = TextSanitizer.Clean(text);
        AddWhen(required && clean.Length == 0, field, $"Vul {label} in.");
        AddWhen(clean.Length > maximum, field, $"Maak {label} korter: hoogstens {maximum} tekens, nu {clean.Length}.");
        return clean;
    }

    /// <summary>Returns a text of one line, in which line ends become spaces.</summary>
    public string Line(string field, string? text, string label, int maximum, bool required = false) =>
        Text(field, TextSanitizer.CleanLine(text), label, maximum, required);

    /// <summary>Returns a value of a fixed list; null when it was left out or is not in the list.</summary>
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

    /// <summary>Returns values of a fixed list, each once, in the order of the input.</summary>
    /// <param name="field">The field's name in the API.</param>
    /// <param name="slugs">The input.</param>
    /// <param name="whenWrong">The error for a value that is not in the list.</param>
    /// <param name="whenEmpty">The error when there is none; null when it is optional.</param>
    public IReadOnlyList<T> Slugs<T>(string field, IReadOnlyList<string?>? slugs, string whenWrong, string? whenEmpty = null)
        where T : struct, Enum
    {
        var values = (slugs ?? []).Select(slug => Slug<T>(field, slug, whenWrong, required: true)).OfType<T>()
            .Distinct().ToList();
        if (values.Count == 0 && whenEmpty is not null)
        {
            Add(field, whenEmpty);
        }

        return values;
    }

    /// <summary>Returns an e-mail address; null when it was left out or is invalid.</summary>
    public EmailAddress? Email(string field, string? text, bool required = false)
    {
        if (string.IsNullOrWhiteSpace(text) && !required)
        {
            return null;
        }

        AddWhen(!EmailAddress.TryParse(text, out var address, out var fault), field, fault);
        return address;
    }

    /// <summary>Returns a required address; false after adding an error.</summary>
    public bool TryEmail(string field, string? text, [NotNullWhen(true)] out EmailAddress? address) =>
        (address = Email(field, text, required: true)) is not null;
}
