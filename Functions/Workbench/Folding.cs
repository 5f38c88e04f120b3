using System.Text;

namespace RegelLoket.Workbench;

/// <summary>Small letters without accents, character by character, so that places in the folded text are places in the text.</summary>
public static class Folding
{
    private const int TableSize = 0x250;
    private static readonly char[] Table = [.. Enumerable.Range(0, TableSize)
        .Select(c => char.ToLowerInvariant(((char)c).ToString().Normalize(NormalizationForm.FormD)[0]))];

    public static string Fold(string text) => string.Create(text.Length, text, (folded, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            var c = source[i];
            folded[i] = c < TableSize ? Table[c] : char.ToLowerInvariant(c);
        }
    });
}
