using System.Reflection;

namespace RegelLoket.Language;

/// <summary>
/// Dutch words that are not compounds, with their stems; used to distinguish a word from a typing error and to find the parts
/// of a compound.
/// </summary>
public sealed class WordList
{
    private static readonly Lazy<WordList> Embedded = new(Load);
    private readonly HashSet<string> words;
    private readonly HashSet<string> stems;

    public WordList(IEnumerable<string> words)
    {
        this.words = new HashSet<string>(words, StringComparer.Ordinal);
        stems = new HashSet<string>(this.words.Select(DutchStemmer.Stem), StringComparer.Ordinal);
    }

    /// <summary>The list that is embedded in the app.</summary>
    public static WordList Dutch => Embedded.Value;

    public bool ContainsWord(string word) => words.Contains(word);

    public bool ContainsStem(string stem) => stems.Contains(stem);

    private static WordList Load()
    {
        const string Name = "RegelLoket.Language.words.txt";
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Name)
            ?? throw new InvalidDataException($"{Name} is not embedded in the app.");
        using var reader = new StreamReader(stream);
        return new WordList(reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
