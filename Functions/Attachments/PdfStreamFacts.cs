using System.Globalization;
using RegelLoket.Cases;

namespace RegelLoket.Attachments;

/// <summary>
/// What the dictionary before the data of a stream says of it. A reader may take any stream for an object stream or a table to
/// which a table points, so that it is known here by what it needs, and not by what it calls itself.
/// </summary>
internal sealed class PdfStreamFacts
{
    private const string Flate = "FlateDecode";
    private const string Count = "N";

    private static readonly HashSet<string> Filters =
        [Flate, "Fl", "LZWDecode", "LZW", "ASCIIHexDecode", "AHx", "ASCII85Decode", "A85", "RunLengthDecode", "RL", "Crypt"];

    /// <summary>The entries that must be in the dictionary of a packed stream itself, and not in another object.</summary>
    private static readonly HashSet<string> Literal = ["Filter", "DecodeParms", "DP", "Predictor", "Columns", "First", "W", .. Filters];

    private readonly List<string> filters = [];
    private string? last;
    private bool hasFilter;
    private bool hasPredictor;
    private bool hasCount;
    private bool hasFirst;
    private bool hasReference;
    private bool hasCountElsewhere;
    private bool isTooLarge;
    private int tables;
    private double width;
    private bool isNamedObjects;
    private bool isNamedTable;

    public bool HoldsObjects => isNamedObjects || (hasCount && hasFirst);

    public bool IsPacked => HoldsObjects || isNamedTable || tables > 0;

    public bool IsFlate => filters.Count == 1;

    /// <summary>Whether it is written in a way that no writer of PDFs uses, and that would have to be trusted unread.</summary>
    public bool IsUnknown => isTooLarge || hasCountElsewhere || (IsPacked && (hasReference || tables > 1
        || (tables == 1 && width == 0) || (hasFilter ? filters is not [Flate] : filters.Count > 0) || (HoldsObjects && hasPredictor)));

    /// <summary>Whether a word is a number above what a file of the size that is taken can need: a reader makes room for it.</summary>
    public static bool IsTooLarge(string word) =>
        double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number > CaseAttachment.MaximumSize;

    /// <summary>Notes a name, and the key that it is of.</summary>
    public void Note(string? key, string name)
    {
        isNamedObjects |= key == "Type" && name == "ObjStm";
        isNamedTable |= key == "Type" && name == "XRef";
        hasCount |= name == Count;
        hasFirst |= name == "First";
        hasFilter |= name == "Filter";
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
            hasReference |= last is not null && Literal.Contains(last);
            hasCountElsewhere |= last == Count;
        }
        else if (last == "W" && double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            width += number;
        }
    }
}
