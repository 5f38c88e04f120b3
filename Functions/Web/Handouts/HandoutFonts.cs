using PdfSharp.Fonts;

namespace RegelLoket.Web.Handouts;

/// <summary>
/// Gives PDFsharp the typeface of the site, which is embedded in the assembly, so that a PDF looks the same on every
/// machine and needs no font of the system.
/// </summary>
internal sealed class HandoutFonts : IFontResolver
{
    public const string Family = "Atkinson Hyperlegible Next";

    private const string Prefix = "fonts/";
    private const string Regular = "letter-400.ttf";
    private const string Bold = "letter-700.ttf";

    static HandoutFonts() => GlobalFontSettings.FontResolver = new HandoutFonts();

    private HandoutFonts()
    {
    }

    /// <summary>Makes the typeface known to PDFsharp, once in a process.</summary>
    public static void Install() => System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(
        typeof(HandoutFonts).TypeHandle);

    public FontResolverInfo? ResolveTypeface(string familyName, bool isBold, bool isItalic) =>
        familyName == Family && !isItalic ? new FontResolverInfo(isBold ? Bold : Regular) : null;

    public byte[]? GetFont(string faceName)
    {
        using var stream = typeof(HandoutFonts).Assembly.GetManifestResourceStream(Prefix + faceName);
        if (stream is null)
        {
            return null;
        }

        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
