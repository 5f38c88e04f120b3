namespace RegelLoket.Cases;

/// <summary>
/// Collects what is wrong with the fields of a command, by their names in the API, so that every fault is reported at once.
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
        AddWhen(clean?.Length > maximumLength, field, $"Gebruik hier hoogstens {maximumLength} tekens.");
        return clean;
    }
}
