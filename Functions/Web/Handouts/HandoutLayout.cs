using PdfSharp.Drawing;

namespace RegelLoket.Web.Handouts;

/// <summary>
/// Breaks a handout into lines on A4. It takes the largest letters with which all fits on one page; when even the
/// smallest do not, it takes the largest and as many pages as are needed, so that nothing is ever cut.
/// </summary>
internal sealed class HandoutLayout
{
    /// <summary>A4, in points.</summary>
    public const double PageWidth = 595.276, PageHeight = 841.89;

    /// <summary>The white around the text, in points: 20 mm.</summary>
    public const double Margin = 56.69;

    /// <summary>The sizes of the text that are tried, in points.</summary>
    public static IReadOnlyList<double> Sizes { get; } = [11.5, 11, 10.5, 10, 9.5];

    /// <summary>The lines that stay together: a heading with the two after it.</summary>
    private const int LinesAfterAHeading = 2;

    private readonly Dictionary<(HandoutStyle Style, string Word), double> widths = [];
    private readonly XGraphics measure = XGraphics.CreateMeasureContext(
        new XSize(PageWidth, PageHeight), XGraphicsUnit.Point, XPageDirection.Downwards);

    private HandoutLayout(double size)
    {
        Size = size;
        Fonts = Enum.GetValues<HandoutStyle>().ToDictionary(style => style, style => new XFont(
            HandoutFonts.Family, size * ScaleOf(style),
            style is HandoutStyle.Kicker or HandoutStyle.Title or HandoutStyle.Heading ? XFontStyleEx.Bold : XFontStyleEx.Regular));
    }

    /// <summary>The size of the text, in points.</summary>
    public double Size { get; }

    public IReadOnlyDictionary<HandoutStyle, XFont> Fonts { get; }

    public IReadOnlyList<HandoutLine> Lines { get; private set; } = [];

    public int Pages => Lines.Count == 0 ? 1 : Lines[^1].Page + 1;

    public static HandoutLayout Of(IReadOnlyList<HandoutBlock> blocks)
    {
        HandoutFonts.Install();
        HandoutLayout? largest = null;
        foreach (var size in Sizes)
        {
            var layout = new HandoutLayout(size);
            layout.Lines = [.. layout.Place(blocks)];
            if (layout.Pages == 1)
            {
                return layout;
            }

            largest ??= layout;
        }

        return largest!;
    }

    private IEnumerable<HandoutLine> Place(IReadOnlyList<HandoutBlock> blocks)
    {
        var (page, top) = (0, Margin);
        foreach (var block in blocks)
        {
            var height = Fonts[block.Style].Size * (block.Style == HandoutStyle.Title ? 1.2 : 1.36);
            var lines = Break(block).ToList();
            top += top == Margin ? 0 : Size * SpaceBefore(block.Style);
            var together = block.Style == HandoutStyle.Heading ? lines.Count * height + LinesAfterAHeading * Size * 1.6 : height;
            if (top + together > PageHeight - Margin)
            {
                (page, top) = (page + 1, Margin);
            }

            foreach (var line in lines)
            {
                if (top + height > PageHeight - Margin)
                {
                    (page, top) = (page + 1, Margin);
                }

                yield return new HandoutLine(block, line, page, top, height);
                top += height;
            }
        }
    }

    /// <summary>Breaks a block between words, and a word that is longer than a line, such as an address, within it.</summary>
    private IEnumerable<string> Break(HandoutBlock block)
    {
        const double width = PageWidth - 2 * Margin;
        var space = WidthOf(block.Style, " ");
        var (line, used) = (new List<string>(), 0.0);
        var words = block.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach (var word in words.SelectMany(word => Pieces(block.Style, word, width)))
        {
            var needed = WidthOf(block.Style, word);
            if (line.Count > 0 && used + space + needed > width)
            {
                yield return string.Join(' ', line);
                (line, used) = ([], 0);
            }

            used += (line.Count > 0 ? space : 0) + needed;
            line.Add(word);
        }

        yield return string.Join(' ', line);
    }

    private IEnumerable<string> Pieces(HandoutStyle style, string word, double width)
    {
        while (WidthOf(style, word) > width)
        {
            var fits = word.Length - 1;
            while (fits > 1 && (WidthOf(style, word[..fits]) > width || char.IsHighSurrogate(word[fits - 1])))
            {
                fits--;
            }

            yield return word[..fits];
            word = word[fits..];
        }

        yield return word;
    }

    private double WidthOf(HandoutStyle style, string word)
    {
        if (!widths.TryGetValue((style, word), out var width))
        {
            widths[(style, word)] = width = measure.MeasureString(word, Fonts[style]).Width;
        }

        return width;
    }

    private static double ScaleOf(HandoutStyle style) => style switch
    {
        HandoutStyle.Title => 1.9,
        HandoutStyle.Lead => 1.2,
        HandoutStyle.Heading => 1.2,
        HandoutStyle.Small => 0.9,
        _ => 1,
    };

    /// <summary>Returns the white above a block, as a part of the size of the text.</summary>
    private static double SpaceBefore(HandoutStyle style) => style switch
    {
        HandoutStyle.Title => 0.6,
        HandoutStyle.Lead => 0.5,
        HandoutStyle.Heading => 1.1,
        _ => 0.35,
    };
}
