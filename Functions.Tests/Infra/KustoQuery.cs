using System.Globalization;
using System.Text.RegularExpressions;

namespace RegelLoket.Tests.Infra;

/// <summary>
/// Runs the part of the Kusto Query Language that our alerts use, on rows in memory: a table, <c>where</c> and
/// <c>summarize</c> into one row. Values are numbers and texts; a property of a bag is written <c>Properties.name</c>.
/// </summary>
/// <exception cref="FormatException">The query uses more of the language than this knows.</exception>
internal sealed partial class KustoQuery(string query)
{
    private List<string> tokens = [];
    private int at;

    /// <summary>The table that it asks.</summary>
    public string Table => query.Split('|')[0].Trim();

    /// <summary>The rows that it answers with.</summary>
    public List<Dictionary<string, object>> Run(IEnumerable<Dictionary<string, object>> rows)
    {
        var found = rows.ToList();
        foreach (var step in query.Split(" | ")[1..])
        {
            tokens = [.. TokenPattern().Matches(step).Select(match => match.Value)];
            at = 1;
            found = tokens[0] switch
            {
                "where" => Where(found),
                "summarize" => [Summarize(found)],
                var other => throw new FormatException(other),
            };
            if (at != tokens.Count)
            {
                throw new FormatException(string.Join(' ', tokens[at..]));
            }
        }

        return found;
    }

    private List<Dictionary<string, object>> Where(List<Dictionary<string, object>> rows)
    {
        var condition = Or();
        return [.. rows.Where(row => (bool)condition(row))];
    }

    private Dictionary<string, object> Summarize(List<Dictionary<string, object>> rows)
    {
        var result = new Dictionary<string, object>();
        do
        {
            var name = Next();
            Expect("=");
            result[name] = Aggregate(rows);
        }
        while (Takes(","));
        return result;
    }

    private double Aggregate(List<Dictionary<string, object>> rows)
    {
        var kind = Next();
        Expect("(");
        var first = Is(")") ? null : Or();
        var second = Takes(",") ? Or() : null;
        Expect(")");
        return kind switch
        {
            "count" => rows.Count,
            "countif" => rows.Count(row => (bool)first!(row)),
            // The largest of nothing is no number, and no number is more than any other.
            "max" => rows.Count == 0 ? double.NaN : rows.Max(row => Number(first!(row))),
            "sumif" => rows.Where(row => (bool)second!(row)).Sum(row => Number(first!(row))),
            _ => throw new FormatException(kind),
        };
    }

    private Func<Dictionary<string, object>, object> Or()
    {
        var left = And();
        while (Takes("or"))
        {
            var (one, other) = (left, And());
            left = row => (bool)one(row) || (bool)other(row);
        }

        return left;
    }

    private Func<Dictionary<string, object>, object> And()
    {
        var left = Comparison();
        while (Takes("and"))
        {
            var (one, other) = (left, Comparison());
            left = row => (bool)one(row) && (bool)other(row);
        }

        return left;
    }

    private Func<Dictionary<string, object>, object> Comparison()
    {
        var left = Product();
        if (Takes("in") || Is("has_any"))
        {
            var isPart = Takes("has_any");
            var values = Values();
            return row => values.Any(value => isPart
                ? Has($"{left(row)}", value) : string.Equals($"{left(row)}", value, StringComparison.Ordinal));
        }
        if (Takes("=="))
        {
            var right = Product();
            return row => string.Equals($"{left(row)}", $"{right(row)}", StringComparison.Ordinal);
        }
        if (Takes(">="))
        {
            var right = Product();
            return row => Number(left(row)) >= Number(right(row));
        }
        if (Takes(">"))
        {
            var right = Product();
            return row => Number(left(row)) > Number(right(row));
        }
        return left;
    }

    private Func<Dictionary<string, object>, object> Product()
    {
        var left = Value();
        while (Takes("*"))
        {
            var (one, other) = (left, Value());
            left = row => Number(one(row)) * Number(other(row));
        }

        return left;
    }

    private Func<Dictionary<string, object>, object> Value()
    {
        var token = Next();
        if (token is "not" or "toint" or "tostring")
        {
            Expect("(");
            var inner = Or();
            Expect(")");
            return token switch
            {
                "not" => row => !(bool)inner(row),
                "toint" => row => Number(inner(row)),
                _ => inner,
            };
        }
        if (token[0] == '"')
        {
            return _ => token.Trim('"');
        }
        return double.TryParse(token, CultureInfo.InvariantCulture, out var number)
            ? _ => number
            : row => row.GetValueOrDefault(token, "");
    }

    private List<string> Values()
    {
        Expect("(");
        List<string> values = [];
        do
        {
            values.Add(Next().Trim('"'));
        }
        while (Takes(","));
        Expect(")");
        return values;
    }

    /// <summary>Whether a text has a word: what stands between signs that are no letters or digits.</summary>
    private static bool Has(string text, string word) =>
        WordPattern().Matches(text).Any(match => match.Value.Equals(word, StringComparison.OrdinalIgnoreCase));

    private static double Number(object value) => Convert.ToDouble(value, CultureInfo.InvariantCulture);

    private string Next() => tokens[at++];

    private bool Is(string token) => at < tokens.Count && tokens[at] == token;

    private bool Takes(string token)
    {
        var taken = Is(token);
        at += taken ? 1 : 0;
        return taken;
    }

    private void Expect(string token)
    {
        if (!Takes(token))
        {
            throw new FormatException($"{token} was expected.");
        }
    }

    [GeneratedRegex("""
        "[^"]*"|[\w.]+|>=|==|[>*=(),]
        """)]
    private static partial Regex TokenPattern();

    [GeneratedRegex(@"\w+")]
    private static partial Regex WordPattern();
}
