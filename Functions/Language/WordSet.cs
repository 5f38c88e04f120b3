using System.Collections.Frozen;
using System.Reflection;

namespace RegelLoket.Language;

/// <summary>
/// The sets of words that are part of the app, in <c>Language/WordSets </c>: a word or phrase on each line, below lines that begin with #
/// and
/// say what the words are and where they come from.
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
