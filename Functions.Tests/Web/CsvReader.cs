using System.Text;

namespace RegelLoket.Tests.Web;

/// <summary>Reads a file of RFC 4180 as a spreadsheet does.</summary>
internal static class CsvReader
{
    public static List<string[]> Read(byte[] file, char separator)
    {
        var text = Encoding.UTF8.GetString(file).TrimStart('\uFEFF');
        var rows = new List<string[]>();
        var cells = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            cells.Add(text[at] == '"' ? Quoted(text, ref at) : Plain(text, separator, ref at));
            if (text[at] == separator)
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

    private static string Plain(string text, char separator, ref int at)
    {
        var begin = at;
        at = text.IndexOfAny([separator, '\r', '\n'], begin);
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
