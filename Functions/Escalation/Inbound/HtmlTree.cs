using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace RegelLoket.Escalation.Inbound;

/// <summary>
/// The tree of a page that a stranger sent. A page that is deeper or larger than people's mail programs make takes a
/// parser time and memory out of all proportion: parsing then ends, by what the parser itself has built so far, so that
/// no way of writing a page hides it. Within one tag it builds nothing: what a tag may hold is looked at first.
/// </summary>
internal sealed class HtmlTree
{
    private const int Deepest = 256;
    private const int MostElements = 200_000;

    /// <summary>
    /// The nodes that stand last in the tree, counted at each element: few, unless the parser repeats open formatting
    /// in every block.
    /// </summary>
    private const int MostRepeated = 600_000;

    /// <summary>For what takes long in another way. It is checked between two pieces of the page.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private INode? last;
    private int elements;
    private int repeated;

    private HtmlTree()
    {
    }

    /// <summary>The page; null where it goes past a limit, and is not read.</summary>
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
            // Its own limit would put words in another order.
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
            // All of the page is here: this waits for nothing.
            return parser.ParseDocumentAsync(html, limit.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>Whether what stands before a new element, which has no place yet, is past a limit.</summary>
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
