using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace RegelLoket.Escalation.Inbound;

/// <summary>
/// Parses a page from a stranger. A page that is deeper or larger than mail programs make takes a parser excessive time
/// and memory, so parsing stops at limits on the tree built so far, however the page is written. The parser builds
/// nothing within one tag, so the attributes of a tag are counted first.
/// </summary>
internal sealed class HtmlTree
{
    private const int Deepest = 256;
    private const int MostElements = 200_000;

    /// <summary>
    /// The maximum number of nodes at the end of the tree, checked at each element; only repeated open formatting
    /// exceeds it.
    /// </summary>
    private const int MostRepeated = 600_000;

    /// <summary>
    /// The maximum time, for pages that are slow in another way; checked between two pieces of the page.
    /// </summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private INode? last;
    private int elements;
    private int repeated;

    private HtmlTree()
    {
    }

    /// <summary>Returns the page; null when it exceeds a limit.</summary>
    public static IDocument? Of(string html)
    {
        if (HtmlAttributes.AreTooMany(html))
        {
            return null;
        }

        using var limit = new CancellationTokenSource(Longest);
        var tree = new HtmlTree();
        var parser = new HtmlParser(new HtmlParserOptions
        {
            // The parser's own limit would change the order of words.
            MaximumDepth = int.MaxValue,
            OnCreated = (element, _) =>
            {
                if (tree.IsPastAt(element))
                {
                    limit.Cancel();
                }
            },
        });
        try
        {
            // The whole page is in memory, so this does not block.
            return parser.ParseDocumentAsync(html, limit.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>Whether the nodes before a new element, which is not in the tree yet, exceed a limit.</summary>
    private bool IsPastAt(INode created)
    {
        var depth = 0;
        for (var node = last; node is not null && depth <= Deepest; node = node.Parent)
        {
            depth++;
        }

        for (var node = last?.Parent?.LastChild; node is not null && depth <= Deepest; node = node.LastChild)
        {
            depth++;
            repeated++;
        }

        last = created;
        elements++;
        return depth > Deepest || elements > MostElements || repeated > MostRepeated;
    }
}
