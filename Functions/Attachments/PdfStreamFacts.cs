using System.Globalization;
using RegelLoket.Cases;

namespace RegelLoket.Attachments;

/// <summary>What the dictionary before the data of a stream says of it.</summary>
internal sealed class PdfStreamFacts
{
    private const string Flate = "FlateDecode";
    private const string Count = "N";

    private static readonly HashSet<string> Filters =
        [Flate, "Fl", "LZWDecode", "LZW", "ASCIIHexDecode", "AHx", "ASCII85Decode", "A85", "RunLengthDecode", "RL", "Crypt"];

    private readonly List<string> filters = [];
    private string? last;
    private bool hasPredictor;
    private bool hasCountElsewhere;
    private bool isTooLarge;
    private int tables;
    private double width;
    private bool isNamedTable;

    public bool HoldsObjects { get; private set; }

    public bool IsPacked => HoldsObjects || isNamedTable || tables > 0;

    public bool IsFlate => filters.Count == 1;

    /// <summary>Whether it is written in a way that no writer of PDFs uses, and that would have to be trusted unread.</summary>
    public bool IsUnknown => isTooLarge || hasCountElsewhere || (IsPacked && (tables > 1 || (tables == 1 && width == 0)
        || filters is not ([] or [Flate]) || (HoldsObjects && hasPredictor)));

    /// <summary>Whether a word is a number above what a file of the size that is taken can need: a reader makes room for it.</summary>
    public static bool IsTooLarge(string word) =>
        double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number > CaseAttachment.MaximumSize;

    /// <summary>Notes a name, and the key that it is of.</summary>
    public void Note(string? key, string name)
    {
        HoldsObjects |= key == "Type" && name == "ObjStm";
        isNamedTable |= key == "Type" && name == "XRef";
        hasPredictor |= name == "Predictor";
        tables += name == "W" ? 1 : 0;
        if (Filters.Contains(name))
        {
            filters.Add(name);
        }

        last = name;
    }

    /// <summary>Notes a number or another word.</summary>
    public void Note(string word)
    {
        isTooLarge |= IsTooLarge(word);
        if (word == "R")
        {
            hasCountElsewhere |= last == Count;
        }
        else if (last == "W" && double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            width += number;
        }
    }
}
