using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace RegelLoket.Cases;

/// <summary>
/// The public number of a case: <c>RR-2026-7KQ4M</c>, the year and five characters of Crockford base32. It is not a
/// secret and gives no access.
/// </summary>
[JsonConverter(typeof(CaseNumberJsonConverter))]
public readonly record struct CaseNumber
{
    private const int LetterCount = 5;
    private readonly string? value;

    private CaseNumber(string value) => this.value = value;

    /// <summary>The canonical form: upper case, with dashes.</summary>
    public string Value => value ?? throw new InvalidOperationException("An empty case number has no value.");

    /// <summary>The year in which the case was reported.</summary>
    public int Year => int.Parse(Value.AsSpan(3, 4), CultureInfo.InvariantCulture);

    /// <summary>Returns a random number in <paramref name="year"/>, which create-if-absent makes unique.</summary>
    public static CaseNumber New(int year) => new($"RR-{year:D4}-{Crockford.Random(LetterCount)}");

    /// <summary>Parses a typed number: any case, with or without dashes and spaces, O for 0 and I or L for 1.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out CaseNumber result)
    {
        result = default;
        var compact = Crockford.Compact(text, maximumLength: 24);
        if (compact is not { Length: 2 + 4 + LetterCount } || !compact.StartsWith("RR", StringComparison.Ordinal)
            || !compact.AsSpan(2, 4).ContainsOnlyDigits() || Crockford.Normalize(compact[6..]) is not { } letters)
        {
            return false;
        }

        result = new CaseNumber($"RR-{compact.AsSpan(2, 4)}-{letters}");
        return true;
    }

    /// <exception cref="FormatException"><paramref name="text"/> is not a case number.</exception>
    public static CaseNumber Parse(string text) =>
        TryParse(text, out var number) ? number : throw new FormatException("This is not a case number.");

    /// <summary>Whether a search text means this case: its number or the end of it, at least five characters.</summary>
    public bool IsMeantBy(string search)
    {
        var compact = Crockford.Compact(
            string.Concat(search.Where(char.IsAsciiLetterOrDigit)), maximumLength: 2 + 4 + LetterCount);
        return compact is { Length: >= LetterCount } && Crockford.Normalize(compact[^LetterCount..]) is { } letters
            && Crockford.Compact(Value, Value.Length)!.EndsWith(
                $"{compact[..^LetterCount]}{letters}", StringComparison.Ordinal);
    }

    public override string ToString() => value ?? "";
}
