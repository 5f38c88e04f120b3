using System.Globalization;
using System.Text;

namespace RegelLoket.Tests.Attachments;

/// <summary>Whole PDFs of one empty page, made here, with objects of a test's own.</summary>
internal static class TestPdf
{
    private const string Page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R >>";
    private const string Text = "BT (Beste melder, dit mag.) Tj ET";

    /// <summary>A document with its objects in the open; the fifth and later are the test's own.</summary>
    /// <param name="catalogue">What stands in the catalogue besides the pages.</param>
    /// <param name="more">More objects.</param>
    public static byte[] Of(string catalogue = "", params string[] more) =>
        Open([$"<< /Type /Catalog /Pages 2 0 R {catalogue} >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", Page,
            $"<< /Length {Text.Length} >>\nstream\n{Text}\nendstream", .. more], "");

    /// <summary>The same with something in the trailer.</summary>
    public static byte[] WithTrailer(string trailer, params string[] more) =>
        Open(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", Page,
            $"<< /Length {Text.Length} >>\nstream\n{Text}\nendstream", .. more], trailer);

    /// <summary>A document with a stream of so many bytes that nothing can pack, as of a scanned letter.</summary>
    public static byte[] OfSize(int bytes)
    {
        var noise = new byte[bytes];
        new Random(7).NextBytes(noise);
        return Open(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", Page,
            $"<< /Length {Text.Length} >>\nstream\n{Text}\nendstream",
            $"<< /Type /XObject /Subtype /Image /Filter /DCTDecode /Length {noise.Length} >>\nstream\n{Latin(noise)}\nendstream"],
            "");
    }

    /// <summary>A document whose catalogue, pages and more objects are packed in an object stream, as is its table.</summary>
    public static byte[] Packed(string catalogue = "", params string[] more)
    {
        // Objects 1 to 3 and 5 and later are packed; 4 is the object stream, and the last one the table.
        string[] within = [$"<< /Type /Catalog /Pages 2 0 R {catalogue} >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>", .. more];
        int[] numbers = [1, 2, 3, .. Enumerable.Range(5, more.Length)];
        var bodies = string.Join('\n', within);
        var offsets = within.Select((_, i) => within.Take(i).Sum(part => part.Length + 1)).ToArray();
        var head = string.Join(' ', numbers.Zip(offsets, (number, offset) => $"{number} {offset}")) + "\n";
        var packed = Latin(TestImages.Zlib(Encoding.Latin1.GetBytes(head + bodies)));
        var text = new StringBuilder("%PDF-1.7\n");
        var stream = text.Length;
        text.Append(CultureInfo.InvariantCulture,
            $"4 0 obj\n<< /Type /ObjStm /N {within.Length} /First {head.Length} /Filter /FlateDecode "
            + $"/Length {packed.Length} >>\nstream\n{packed}\nendstream\nendobj\n");
        var table = text.Length;
        var size = 6 + more.Length;
        var rows = new List<byte> { 0, 0, 0, 0, 0xFF };
        for (var number = 1; number < size; number++)
        {
            var index = Array.IndexOf(numbers, number);
            var (kind, second, third) = number == 4 ? (1, stream, 0) : number == size - 1 ? (1, table, 0) : (2, 4, index);
            rows.AddRange([(byte)kind, (byte)(second >> 16), (byte)(second >> 8), (byte)second, (byte)third]);
        }

        var xref = Latin(TestImages.Zlib([.. rows]));
        text.Append(CultureInfo.InvariantCulture,
            $"{size - 1} 0 obj\n<< /Type /XRef /Size {size} /W [1 3 1] /Root 1 0 R /Filter /FlateDecode "
            + $"/Length {xref.Length} >>\nstream\n{xref}\nendstream\nendobj\n");
        text.Append(CultureInfo.InvariantCulture, $"startxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(text.ToString());
    }

    private static byte[] Open(string[] objects, string trailer)
    {
        var text = new StringBuilder("%PDF-1.7\n");
        var offsets = new List<int>();
        foreach (var (i, body) in objects.Index())
        {
            offsets.Add(text.Length);
            text.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{body}\nendobj\n");
        }

        var table = text.Length;
        text.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
        {
            text.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        }

        text.Append(CultureInfo.InvariantCulture,
            $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R {trailer} >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(text.ToString());
    }

    private static string Latin(byte[] bytes) => Encoding.Latin1.GetString(bytes);
}
