using System.Text.RegularExpressions;

namespace RegelLoket.ProblemStatement;

/// <summary>What became of a piece of text from one version to the next.</summary>
public enum DiffKind
{
    Same,
    Removed,
    Added,
}

/// <summary>A piece of text and what became of it.</summary>
public sealed record DiffPiece(DiffKind Kind, string Text);

/// <summary>
/// The differences between two versions, word by word: the longest common row of words stays, the rest was removed or added.
/// </summary>
public static partial class TextDiff
{
    /// <summary>Above this many words a text is compared line by line, so that the table stays small.</summary>
    private const int MostWords = 3000;

    public static IReadOnlyList<DiffPiece> Of(string before, string after)
    {
        var (one, other) = (Words().Matches(before), Words().Matches(after)) is var (b, a) && Math.Max(b.Count, a.Count) <= MostWords
            ? (TextsOf(b), TextsOf(a))
            : (TextsOf(Lines().Matches(before)), TextsOf(Lines().Matches(after)));
        return Join(Walk(one, other));
    }

    private static string[] TextsOf(MatchCollection matches) => [.. matches.Select(match => match.Value)];

    private static IEnumerable<DiffPiece> Walk(string[] before, string[] after)
    {
        var common = CommonLengths(before, after);
        var (i, j) = (0, 0);
        while (i < before.Length && j < after.Length)
        {
            if (before[i] == after[j])
            {
                yield return new(DiffKind.Same, before[i++]);
                j++;
            }
            else if (common[i + 1, j] >= common[i, j + 1])
            {
                yield return new(DiffKind.Removed, before[i++]);
            }
            else
            {
                yield return new(DiffKind.Added, after[j++]);
            }
        }

        for (; i < before.Length; i++)
        {
            yield return new(DiffKind.Removed, before[i]);
        }

        for (; j < after.Length; j++)
        {
            yield return new(DiffKind.Added, after[j]);
        }
    }

    /// <summary>At [i, j]: how many words the rests from i and j have in common, in order.</summary>
    private static ushort[,] CommonLengths(string[] before, string[] after)
    {
        var common = new ushort[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
        {
            for (var j = after.Length - 1; j >= 0; j--)
            {
                common[i, j] = before[i] == after[j] ? (ushort)(common[i + 1, j + 1] + 1) : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        return common;
    }

    private static List<DiffPiece> Join(IEnumerable<DiffPiece> pieces)
    {
        var joined = new List<DiffPiece>();
        foreach (var piece in pieces)
        {
            if (joined is [.., var last] && last.Kind == piece.Kind)
            {
                joined[^1] = last with { Text = last.Text + piece.Text };
            }
            else
            {
                joined.Add(piece);
            }
        }

        return joined;
    }

    [GeneratedRegex(@"\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]")]
    private static partial Regex Words();

    [GeneratedRegex(@"[^\n]*\n?")]
    private static partial Regex Lines();
}
