using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Bench.Measures;

/// <summary>PDFs of one page, nearly all of which is a stream that nothing can pack, as of a scanned letter.</summary>
internal static class LetterPdf
{
    private const string Catalogue = "<< /Type /Catalog /Pages 2 0 R >>";
    private const string Pages = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
    private const string Page =
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /Im0 4 0 R >> >> >>";

    /// <summary>One with its few objects in the open.</summary>
    public static byte[] Scan(int size)
    {
        var (text, offsets) = (new StringBuilder("%PDF-1.7\n"), new List<int>());
        foreach (var (i, body) in new[] { Catalogue, Pages, Page, Image(size) }.Index())
        {
            offsets.Add(text.Length);
            Append(text, i + 1, body);
        }

        var table = text.Length;
        text.Append("xref\n0 5\n0000000000 65535 f \n");
        offsets.ForEach(offset => text.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"));
        text.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(text.ToString());
    }

    /// <summary>One with so many packed objects, as of a long text that tells what is a heading and what a paragraph.</summary>
    public static byte[] Tagged(int size, int count)
    {
        // 4 is the picture, 5 holds the packed objects, the last one is the table.
        string[] packed = [Catalogue, Pages, Page, .. Enumerable.Range(0, count).Select(
            i => string.Create(CultureInfo.InvariantCulture, $"<< /Type /StructElem /S /P /P 2 0 R /K {i} /Pg 3 0 R >>"))];
        int[] numbers = [1, 2, 3, .. Enumerable.Range(6, count)];
        var (head, bodies) = (new StringBuilder(), new StringBuilder());
        foreach (var (number, body) in numbers.Zip(packed))
        {
            head.Append(CultureInfo.InvariantCulture, $"{number} {bodies.Length} ");
            bodies.Append(body).Append('\n');
        }

        var last = 6 + count;
        var text = new StringBuilder("%PDF-1.7\n");
        var picture = text.Length;
        Append(text, 4, Image(size));
        var stream = text.Length;
        Append(text, 5, Packed($"/Type /ObjStm /N {packed.Length} /First {head.Length}", $"{head}{bodies}"));
        var table = text.Length;
        var rows = new StringBuilder();
        for (var number = 0; number <= last; number++)
        {
            Row(rows, number == 0 ? (0, 0, 255) : number == 4 ? (1, picture, 0) : number == 5 ? (1, stream, 0)
                : number == last ? (1, table, 0) : (2, 5, number < 4 ? number - 1 : number - 3));
        }

        Append(text, last, Packed($"/Type /XRef /Size {last + 1} /W [1 4 2] /Root 1 0 R", rows.ToString()));
        text.Append(CultureInfo.InvariantCulture, $"startxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(text.ToString());
    }

    private static void Append(StringBuilder text, int number, string body) =>
        text.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{body}\nendobj\n");

    private static void Row(StringBuilder rows, (int Kind, int Second, int Third) row)
    {
        rows.Append((char)row.Kind);
        foreach (var shift in new[] { 24, 16, 8, 0 })
        {
            rows.Append((char)((row.Second >> shift) & 255));
        }

        rows.Append((char)(row.Third >> 8)).Append((char)(row.Third & 255));
    }

    private static string Image(int size)
    {
        var noise = new byte[size];
        new Random(7).NextBytes(noise);
        return "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode "
            + $"/Length {size} >>\nstream\n{Encoding.Latin1.GetString(noise)}\nendstream";
    }

    private static string Packed(string dictionary, string content)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(Encoding.Latin1.GetBytes(content));
        }

        return $"<< {dictionary} /Filter /FlateDecode /Length {packed.Length} >>\nstream\n"
            + $"{Encoding.Latin1.GetString(packed.ToArray())}\nendstream";
    }
}
