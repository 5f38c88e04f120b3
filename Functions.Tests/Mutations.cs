using System.Text;
using FsCheck;
using FsCheck.Fluent;
using RegelLoket.Tests.Infra;

namespace RegelLoket.Tests;

/// <summary>
/// Inputs of the corpus, altered as senders who are careless or hostile do: cut, doubled, mixed, with signs that parsers trip over.
/// </summary>
internal static class Mutations
{
    private static readonly byte[][] Pieces =
    [
        .. new[]
        {
            "\0", "\r\n", "\r\n\r\n", "\n.\n", "\t", "\"", "'", "\\", "\\ud800", "\\u0000", "{", "}", "[", "]", "[[[[[[[[", ":", ",",
            "null", "-1", "1e999", "99999999999999999999", "0x10", "true", "--grens", "--grens--", "--buiten",
            "=?utf-8?q?=00?=", "=?x?b?////?=",
            "Content-Type: text/html; charset=\"\\\"\r\n", "charset=utf-7", "filename*=x''%ff", "%00", "%ff", "%", "%u0041", "&", "=", ";",
            "..", "/../", "<script>", "<!--", "]]>", "&#0;", "&amp;amp;", "\u202e", "\u200b", "\ufeff", "é", "𝕏", "$type", "__proto__",
            "RR-2026-7KQ4M", "Infinity", "0001-01-01", "9999-12-31", "2026-02-30",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xFE, 0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF8, 0x88], Repeated("A", 200), Repeated("A", 5000),
        Repeated("<div>", 400), Repeated("[", 300), Repeated("> ", 300), Repeated("(", 300),
    ];

    /// <summary>The bytes of a file of the corpus.</summary>
    public static byte[] Seed(string name) => File.ReadAllBytes(Repository.File($"Functions.Tests/Corpus/{name}"));

    /// <summary>The lines of a file of the corpus.</summary>
    public static IReadOnlyList<string> Lines(string name) => File.ReadAllLines(Repository.File($"Functions.Tests/Corpus/{name}"));

    /// <summary>A seed with one to six changes.</summary>
    public static Gen<byte[]> Of(IReadOnlyList<byte[]> seeds) =>
        from seed in Gen.Elements(seeds.ToArray())
        from count in Gen.Choose(1, 6)
        from changes in Change(seeds).ArrayOf(count)
        select changes.Aggregate(seed, (content, change) => change(content));

    /// <summary>The same for text.</summary>
    public static Gen<string> Of(IReadOnlyList<string> seeds) =>
        Of([.. seeds.Select(Encoding.UTF8.GetBytes)]).Select(bytes => Encoding.UTF8.GetString(bytes));

    private static Gen<Func<byte[], byte[]>> Change(IReadOnlyList<byte[]> seeds) =>
        from kind in Gen.Choose(0, 5)
        from place in Gen.Choose(0, 1_000_000)
        from length in Gen.Choose(1, 120)
        from piece in Gen.Elements(Pieces)
        from other in Gen.Elements(seeds.ToArray())
        select (Func<byte[], byte[]>)(content => Changed(content, kind, place, length, piece, other));

    private static byte[] Changed(byte[] content, int kind, int place, int length, byte[] piece, byte[] other)
    {
        var at = place % (content.Length + 1);
        var end = Math.Min(content.Length, at + length);
        return kind switch
        {
            0 => [.. content[..at], .. piece, .. content[at..]],
            1 => [.. content[..at], .. piece, .. content[end..]],
            2 => [.. content[..at], .. content[end..]],
            3 => [.. content[..end], .. content[at..end], .. content[end..]],
            4 => content[..at],
            _ => [.. content[..at], .. other[(place % (other.Length + 1))..]],
        };
    }

    private static byte[] Repeated(string text, int times) => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(text, times)));
}
