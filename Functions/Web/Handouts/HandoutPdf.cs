using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.Pdf.Annotations;
using PdfSharp.UniversalAccessibility;

namespace RegelLoket.Web.Handouts;

/// <summary>
/// Writes a handout as a PDF with the structure of PDF/UA: headings, paragraphs and links are tagged, the language is
/// Dutch, and the title is shown. Fonts are embedded.
/// </summary>
internal static class HandoutPdf
{
    public const string ContentType = "application/pdf";
    public const string Language = "nl-NL";

    private static readonly XSolidBrush Ink = new(XColor.FromArgb(0x1b, 0x1b, 0x1b));
    private static readonly XSolidBrush Petrol = new(XColor.FromArgb(0x0b, 0x5a, 0x61));

    public static byte[] Write(Handout handout, SiteOptions site, DateTimeOffset now)
    {
        var layout = HandoutLayout.Of(HandoutBlocks.Of(handout, site));
        using var document = new PdfDocument();
        document.Info.Title = handout.Title;
        document.Info.Author = "RegelLoket";
        document.Info.CreationDate = now.UtcDateTime;
        var accessibility = UAManager.ForDocument(document);
        accessibility.SetDocumentLanguage(Language);
        Draw(document, accessibility.StructureBuilder, layout);
        using var file = new MemoryStream();
        document.Save(file, closeStream: false);
        return file.ToArray();
    }

    private static void Draw(PdfDocument document, StructureBuilder structure, HandoutLayout layout)
    {
        XGraphics? page = null;
        HandoutBlock? open = null;
        var pages = 0;
        foreach (var line in layout.Lines)
        {
            if (!ReferenceEquals(open, line.Block))
            {
                End(structure, ref open);
            }

            if (page is null || line.Page == pages)
            {
                // Adding a page ends what is still open in the one before it, which must come before that one is closed.
                var next = AddPage(document);
                page?.Dispose();
                page = XGraphics.FromPdfPage(next);
                Number(page, structure, layout, ++pages);
            }

            if (open is null)
            {
                structure.BeginElement(TagOf(line.Block.Style));
                open = line.Block;
            }

            Draw(page, structure, layout, line);
        }

        End(structure, ref open);
        page?.Dispose();
    }

    private static void Draw(XGraphics page, StructureBuilder structure, HandoutLayout layout, HandoutLine line)
    {
        var font = layout.Fonts[line.Block.Style];
        var brush = line.Block.Style is HandoutStyle.Kicker or HandoutStyle.Heading || line.Block.Link is not null ? Petrol : Ink;
        var place = new XRect(HandoutLayout.Margin, line.Top, page.MeasureString(line.Text, font).Width, line.Height);
        if (line.Block.Link is { } address)
        {
            var link = PdfLinkAnnotation.CreateWebLink(
                new PdfRectangle(page.Transformer.WorldToDefaultPage(place)), address.AbsoluteUri);
            structure.BeginElement(link, line.Block.Text);
        }

        // The space at the end keeps the last word of a line apart from the first of the next one for a program that reads it aloud.
        page.DrawString(line.Text + " ", font, brush, HandoutLayout.Margin, line.Top + font.Size);
        if (line.Block.Link is not null)
        {
            structure.End();
        }
    }

    /// <summary>Writes which page it is where there are more; it is no part of the text.</summary>
    private static void Number(XGraphics page, StructureBuilder structure, HandoutLayout layout, int number)
    {
        if (layout.Pages == 1)
        {
            return;
        }

        structure.BeginArtifact();
        page.DrawString(
            $"Bladzijde {number} van {layout.Pages}", layout.Fonts[HandoutStyle.Small], Ink, HandoutLayout.Margin,
            HandoutLayout.PageHeight - HandoutLayout.Margin / 2);
        structure.End();
    }

    private static PdfPage AddPage(PdfDocument document)
    {
        var page = document.AddPage();
        page.Size = PdfSharp.PageSize.A4;
        return page;
    }

    private static void End(StructureBuilder structure, ref HandoutBlock? open)
    {
        if (open is not null)
        {
            structure.End();
            open = null;
        }
    }

    private static PdfBlockLevelElementTag TagOf(HandoutStyle style) => style switch
    {
        HandoutStyle.Title => PdfBlockLevelElementTag.Heading1,
        HandoutStyle.Heading => PdfBlockLevelElementTag.Heading2,
        _ => PdfBlockLevelElementTag.Paragraph,
    };
}
