using System.Text.RegularExpressions;
using DiffPlex;
using DiffPlex.Chunkers;

namespace RegelLoket.Language;

/// <summary>Compares two versions word by word.</summary>
public static partial class TextDiff
{
    /// <summary>The number of characters above which texts are compared by line, to limit the time.</summary>
    private const int MostCharacters = 20_000;

    private static readonly IChunker ByWord = new CustomFunctionChunker(
        text => [.. Words().Matches(text).Select(match => match.Value)]);

    /// <summary>
    /// Returns both versions in full: without the added pieces they are <paramref name="before"/>, without the removed
    /// ones <paramref name="after"/>.
    /// </summary>
    public static IReadOnlyList<DiffPiece> Of(string before, string after)
    {
        var chunker = Math.Max(before.Length, after.Length) <= MostCharacters ? ByWord : LineEndingsPreservingChunker.Instance;
        var result = Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, chunker);
        var pieces = new List<DiffPiece>();
        void Add(DiffKind kind, IReadOnlyList<string> words, int begin, int count)
        {
            if (count > 0)
            {
                pieces.Add(new(kind, string.Concat(words.Skip(begin).Take(count))));
            }
        }

        var at = 0;
        foreach (var block in result.DiffBlocks)
        {
            Add(DiffKind.Same, result.PiecesOld, at, block.DeleteStartA - at);
            Add(DiffKind.Removed, result.PiecesOld, block.DeleteStartA, block.DeleteCountA);
            Add(DiffKind.Added, result.PiecesNew, block.InsertStartB, block.InsertCountB);
            at = block.DeleteStartA + block.DeleteCountA;
        }

        Add(DiffKind.Same, result.PiecesOld, at, result.PiecesOld.Count - at);
        return pieces;
    }

    [GeneratedRegex(@"\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]", RegexOptions.NonBacktracking)]
    private static partial Regex Words();
}
