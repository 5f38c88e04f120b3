using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace RegelLoket.Escalation.Inbound;

/// <summary>
/// Reads the lines of an HTML mail: its words and quotation blocks, without style, script and hidden content. The
/// result is text, and is shown as text.
/// </summary>
internal sealed class HtmlLines
{
    private static readonly HashSet<string> Unread =
        ["head", "style", "script", "title", "template", "noscript", "object", "iframe", "svg", "math", "select", "textarea"];

    private static readonly HashSet<string> Blocks =
        ["address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset", "figure",
            "footer", "form",
            "h1",
            "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table",
            "tr", "ul"];

    private static readonly HashSet<string> SettingApart = ["b", "strong", "mark", "u", "ins", "i", "em"];

    /// <summary>The marks of mail programs on the line above a quotation.</summary>
    private static readonly string[] Attributions = ["gmail_attr", "moz-cite-prefix", "divRplyFwdMsg", "x_divRplyFwdMsg"];

    private readonly List<MailLine> lines = [];
    private readonly StringBuilder line = new();
    private readonly ICollection<string>? pictures;
    private int depth;
    private int setApart;
    private int attribution;
    private int preformatted;
    private bool lineIsSetApart;

    private HtmlLines(ICollection<string>? pictures) => this.pictures = pictures;

    /// <summary>Returns the lines of a page; null when the page is <see cref="HtmlTree.Of">not read</see>.</summary>
    /// <param name="html">The page.</param>
    /// <param name="pictures">Gets the words that stand for pictures, which are in no line; null when nobody asks.</param>
    public static List<MailLine>? Of(string html, ICollection<string>? pictures = null)
    {
        var read = new HtmlLines(pictures);
        if (html.Length > 0)
        {
            if (HtmlTree.Of(html) is not { } document)
            {
                return null;
            }

            using (document)
            {
                read.Walk(document);
            }
        }

        return read.lines;
    }

    /// <summary>Walks the tree without recursion, since the sender determines its depth.</summary>
    private void Walk(IDocument document)
    {
        for (INode? node = document; node is not null;)
        {
            if (Enter(node) && node.FirstChild is { } child)
            {
                node = child;
                continue;
            }

            while (node is not null && node != document && node.NextSibling is null)
            {
                Leave(node);
                node = node.Parent;
            }

            if (node is null || node == document)
            {
                break;
            }

            Leave(node);
            node = node.NextSibling;
        }

        EndLine(always: false);
    }

    /// <summary>Reads a node; false when its children are skipped.</summary>
    private bool Enter(INode node)
    {
        if (node is IText text)
        {
            Write(text.Data);
        }

        if (node is not IElement element)
        {
            return node is IDocument;
        }

        var name = element.LocalName;
        if (Unread.Contains(name) || IsHidden(element))
        {
            return false;
        }

        if (name == "br")
        {
            EndLine(always: true);
        }
        else if (Blocks.Contains(name))
        {
            EndLine(always: false);
        }

        if (name == "img" && element.GetAttribute("alt") is { Length: > 0 } words)
        {
            pictures?.Add(words);
        }

        Count(element, +1);
        if (name == "li")
        {
            line.Append("- ");
        }

        return true;
    }

    private void Leave(INode node)
    {
        if (node is not IElement element || Unread.Contains(element.LocalName) || IsHidden(element))
        {
            return;
        }

        if (element is IHtmlAnchorElement link)
        {
            WriteTarget(link);
        }

        if (Blocks.Contains(element.LocalName))
        {
            // An empty paragraph is a blank line.
            EndLine(always: element.LocalName == "p");
        }
        else if (element.LocalName is "td" or "th")
        {
            line.Append(' ');
        }

        Count(element, -1);
    }

    private void Count(IElement element, int step)
    {
        depth += element.LocalName == "blockquote" ? step : 0;
        preformatted += element.LocalName == "pre" ? step : 0;
        setApart += SettingApart.Contains(element.LocalName) || HasOwnLook(element) ? step : 0;
        attribution += Attributions.Any(name => element.Id == name || element.ClassList.Contains(name)) ? step : 0;
    }

    private void Write(string data)
    {
        var text = data.Replace('\u00A0', ' ');
        if (preformatted > 0)
        {
            var parts = text.ReplaceLineEndings("\n").Split('\n');
            line.Append(parts[0]);
            foreach (var part in parts.Skip(1))
            {
                EndLine(always: true);
                line.Append(part);
            }
        }
        else
        {
            foreach (var c in text)
            {
                var isSpace = c is ' ' or '\t' or '\r' or '\n' or '\f';
                if (!isSpace || (line.Length > 0 && line[^1] != ' '))
                {
                    line.Append(isSpace ? ' ' : c);
                }
            }
        }

        lineIsSetApart |= setApart > 0 && text.Any(char.IsLetterOrDigit);
    }

    /// <summary>Adds the target of a link, unless its text shows the target already.</summary>
    private void WriteTarget(IHtmlAnchorElement link)
    {
        var target = link.GetAttribute("href") ?? "";
        var words = link.TextContent.Trim();
        if (target.StartsWith("http", StringComparison.OrdinalIgnoreCase) && words.Length > 0
            && !target.Contains(words, StringComparison.OrdinalIgnoreCase))
        {
            line.Append(" <").Append(target).Append('>');
        }
    }

    private void EndLine(bool always)
    {
        var text = line.ToString();
        if (!always && text.Trim() == "-")
        {
            // The bullet of a list item whose words are in a block of their own.
            return;
        }

        if (always || text.Trim().Length > 0)
        {
            lines.Add(
                MailLine.Of(text.Trim(' '), depth) with { IsSetApart = lineIsSetApart, IsAttribution = attribution > 0 });
        }

        line.Clear();
        lineIsSetApart = false;
    }

    private static bool IsHidden(IElement element) => element.HasAttribute("hidden")
        || StyleOf(element, "display") == "none" || StyleOf(element, "mso-hide") == "all";

    private static bool HasOwnLook(IElement element) =>
        element.LocalName == "font" && element.GetAttribute("color") is { Length: > 0 } font && !IsPlain(font)
        || StyleOf(element, "color") is { } colour && !IsPlain(colour)
        || (StyleOf(element, "background-color") ?? StyleOf(element, "background")) is { } background && !IsPlain(background)
        || StyleOf(element, "font-weight") is "bold" or "bolder" or "600" or "700" or "800" or "900";

    private static bool IsPlain(string colour) =>
        colour is "black" or "#000" or "#000000" or "windowtext" or "inherit" or "initial" or "white"
        or "#fff" or "#ffffff" or "transparent" or "auto" or "currentcolor" or "rgb(0,0,0)" or "rgb(255,255,255)" or "none"
        or "#500050";

    /// <summary>Returns a property of the element's own style, in lower case and without spaces.</summary>
    private static string? StyleOf(IElement element, string property)
    {
        foreach (var declaration in (element.GetAttribute("style") ?? "").Split(';'))
        {
            if (declaration.Split(':', 2) is [var name, var value] && name.Trim()
                .Equals(property, StringComparison.OrdinalIgnoreCase))
            {
                return value.Replace(" ", "", StringComparison.Ordinal)
                    .Replace("!important", "", StringComparison.OrdinalIgnoreCase)
                    .ToLowerInvariant();
            }
        }

        return null;
    }
}
