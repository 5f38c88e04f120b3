using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace RegelLoket.Tests.Web.Handouts;

/// <summary>A PDF as another library than the one that wrote it reads it.</summary>
internal sealed class ReadPdf : IDisposable
{
    private readonly PdfDocument document;

    public ReadPdf(byte[] content) => document = PdfDocument.Open(content);

    public int Pages => document.NumberOfPages;

    public string? Title => document.Information.Title;

    /// <summary>The language that the whole document says it is in.</summary>
    public string? Language => (Follow(Catalog, "Lang") as StringToken)?.Data;

    /// <summary>Whether the document says that its text is tagged.</summary>
    public bool IsMarked => Follow(Catalog, "MarkInfo", "Marked") is BooleanToken { Data: true };

    /// <summary>Whether a reader shows the title and not the name of the file.</summary>
    public bool ShowsTitle => Follow(Catalog, "ViewerPreferences", "DisplayDocTitle") is BooleanToken { Data: true };

    /// <summary>The tags in reading order, a link within a paragraph after that paragraph.</summary>
    public IReadOnlyList<string> Tags => [.. TagsBelow(Follow(Catalog, "StructTreeRoot", "K"))];

    private DictionaryToken Catalog => document.Structure.Catalog.CatalogDictionary;

    /// <summary>The sizes of the pages, in points.</summary>
    public IReadOnlyList<(double Width, double Height)> Sizes => [.. document.GetPages().Select(page => (page.Width, page.Height))];

    /// <summary>The letters of a page, counted from 1, without white space: where a line breaks says nothing.</summary>
    public string LettersOf(int page) => string.Concat(document.GetPage(page).Text.Where(sign => !char.IsWhiteSpace(sign)));

    public string Letters => string.Concat(Enumerable.Range(1, Pages).Select(LettersOf));

    /// <summary>The fonts of all pages, each with whether its letters are in the file.</summary>
    public IReadOnlyList<(string Name, bool IsEmbedded)> Fonts =>
    [
        .. document.GetPages().SelectMany(page => ((DictionaryToken)Follow(page.Dictionary, "Resources", "Font")!).Data.Values)
            .Select(font => (DictionaryToken)Resolve(font)!)
            .Select(font => (((NameToken)Follow(font, "BaseFont")!).Data, IsEmbedded(font))),
    ];

    /// <summary>The addresses to which the links lead.</summary>
    public IReadOnlyList<string> Links => [.. document.GetPages().SelectMany(page => page.GetAnnotations())
        .Select(link => (Follow(link.AnnotationDictionary, "A", "URI") as StringToken)?.Data).OfType<string>()];

    public void Dispose() => document.Dispose();

    private bool IsEmbedded(DictionaryToken font)
    {
        var letters = Follow(font, "DescendantFonts") is ArrayToken { Data: [var first, ..] } ? (DictionaryToken)Resolve(first)! : font;
        return Follow(letters, "FontDescriptor", "FontFile2") is StreamToken { Data.Length: > 0 }
            || Follow(letters, "FontDescriptor", "FontFile3") is StreamToken { Data.Length: > 0 };
    }

    private IEnumerable<string> TagsBelow(IToken? token) => Resolve(token) switch
    {
        ArrayToken kids => kids.Data.SelectMany(TagsBelow),
        DictionaryToken element when Follow(element, "S") is NameToken tag => TagsBelow(Follow(element, "K")).Prepend(tag.Data),
        _ => [],
    };

    private IToken? Follow(DictionaryToken from, params string[] names) => names.Aggregate(
        (IToken?)from, (token, name) => token is DictionaryToken dictionary && dictionary.Data.TryGetValue(name, out var next)
            ? Resolve(next) : null);

    private IToken? Resolve(IToken? token) => token is IndirectReferenceToken reference
        ? document.Structure.GetObject(reference.Data).Data : token;
}
