using System.Text;

namespace RegelLoket.Tests.Web;

/// <summary>Reads a file of RFC 4180 as a Dutch spreadsheet does.</summary>
internal static class CsvReader
{
    private const char Separator = ';';

    public static List<string[]> Read(byte[] file)
    {
        var text = Encoding.UTF8.GetString(file).TrimStart('\uFEFF');
        var rows = new List<string[]>();
        var cells = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            cells.Add(text[at] == '"' ? Quoted(text, ref at) : Plain(text, ref at));
            if (text[at] == Separator)
            {
                at++;
                continue;
            }

            Assert.Equal("\r\n", text.Substring(at, 2));
            at += 2;
            rows.Add([.. cells]);
            cells.Clear();
        }

        return rows;
    }

    private static string Plain(string text, ref int at)
    {
        var begin = at;
        at = text.IndexOfAny([Separator, '\r', '\n'], begin);
        return text[begin..at];
    }

    private static string Quoted(string text, ref int at)
    {
        var cell = new StringBuilder();
        for (at++; text[at] != '"' || text[at + 1] == '"'; at++)
        {
            at += text[at] == '"' ? 1 : 0;
            cell.Append(text[at]);
        }

        at++;
        return cell.ToString();
    }
}
