using System.Collections.Frozen;
using System.Reflection;

namespace RegelLoket.Language;

/// <summary>
/// Loads the sets of words that are embedded in the app, from <c>Language/WordSets</c>: one word or phrase a line,
/// after comment lines (#) with their meaning and source.
/// </summary>
internal static class WordSet
{
    /// <exception cref="InvalidDataException">No such file is embedded in the app.</exception>
    public static FrozenSet<string> Load(string name)
    {
        var resource = $"RegelLoket.Language.WordSets.{name}.txt";
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)
            ?? throw new InvalidDataException($"{resource} is not embedded in the app.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#')
            .ToFrozenSet(StringComparer.Ordinal);
    }
}
