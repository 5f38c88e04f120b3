using System.Text;

namespace RegelLoket.Cases;

/// <summary>Collects what is wrong with the fields of a command, by their names in the API, so that every fault is told at once.</summary>
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
        var clean = Clean(text);
        AddWhen(clean?.Length > maximumLength, field, $"Gebruik hier hoogstens {maximumLength} tekens.");
        return clean;
    }

    /// <summary>The text in Unicode's composed form, with line feeds as line ends and without other control characters; null when nothing is left.</summary>
    public static string? Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var kept = new StringBuilder(text.Length);
        foreach (var c in text.Replace("\r\n", "\n", StringComparison.Ordinal))
        {
            if (c is '\n' or '\t' || !char.IsControl(c))
            {
                kept.Append(c);
            }
        }

        return Composed(kept.ToString()).Trim() is { Length: > 0 } clean ? clean : null;
    }

    /// <summary>A lone surrogate cannot be composed nor stored as UTF-8; it becomes the replacement character first.</summary>
    private static string Composed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Normalize(NormalizationForm.FormC);
}
