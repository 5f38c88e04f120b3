using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using RegelLoket.Cases;
using RegelLoket.Language.PersonalData;

namespace RegelLoket.Tests.Language;

/// <summary>
/// No text that somebody sends keeps a pattern busy: each runs without backtracking, or goes back at most a fixed number of steps from
/// every place, so that the work grows with the length of the text and no faster.
/// </summary>
public sealed class PatternTests
{
    private const int Length = 64 * 1024;
    private const int LongestRepeat = 300;

    /// <summary>What lies ill with a pattern that tries again from each place, or with code that calls itself.</summary>
    private static readonly string[] Grains =
    [
        "a", "A", "a'", "A'", "’", "0", "0-", " ", "\n", " \n", ".", "a.", "a@", "@a.", "\"", "<", "Aa ", "A. ", "Jan ", "Jan van ",
        "De heer ", "a'A’0 .\"-", "06 ", "1-2-2000 ", "Jan 1-2-2000 ", "griep tia ", "Dorpsstraat ", "Jan@x.nl Jan Smit ", "ä", "\u0301",
        "[](",
    ];

    public static TheoryData<string> Patterns => [.. Found.Keys.Order(StringComparer.Ordinal)];

    public static TheoryData<string> Texts => [.. Grains];

    private static Dictionary<string, Regex> Found { get; } = FindAll();

    [Theory]
    [MemberData(nameof(Patterns))]
    public void Pattern_OfTheApp_TakesAFixedNumberOfStepsFromEachPlace(string name)
    {
        var pattern = Found[name];

        Assert.True(pattern.Options.HasFlag(RegexOptions.NonBacktracking) || Unbounded(pattern.ToString()) is null,
            $"{name} repeats without an end: {Unbounded(pattern.ToString())}");
        foreach (var grain in Grains)
        {
            pattern.Count(TextOf(grain));
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Scan_HostileText_Ends(string grain) => Assert.All(
        PersonalDataScan.Scan(TextOf(grain)), finding => Assert.InRange(finding.End, finding.Begin + 1, Length));

    [Fact]
    public void Patterns_AreFound() => Assert.True(Found.Count > 40, $"{Found.Count}");

    private static string TextOf(string grain) => string.Concat(Enumerable.Repeat(grain, (Length / grain.Length) + 1))[..Length];

    private static Dictionary<string, Regex> FindAll()
    {
        const BindingFlags Own = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var apps = new[] { typeof(CaseNumber).Assembly, typeof(global::LocalHost.Lokaal.Identity.LocalIdentity).Assembly };
        var types = apps.SelectMany(app => app.GetTypes()).Where(type => !type.ContainsGenericParameters
            && type.Namespace?.StartsWith("System.", StringComparison.Ordinal) != true).ToList();
        var generated = types.SelectMany(type => type.GetMethods(Own))
            .Where(method => method.IsDefined(typeof(GeneratedRegexAttribute), false))
            .Select(method => (Member: (MemberInfo)method, Regex: (Regex)method.Invoke(null, null)!));
        var kept = types.SelectMany(type => type.GetFields(Own)).Where(field => field.FieldType == typeof(Regex))
            .Select(field => (Member: (MemberInfo)field, Regex: (Regex)field.GetValue(null)!));
        return generated.Concat(kept).ToDictionary(
            found => $"{found.Member.DeclaringType!.Name}.{found.Member.Name}", found => found.Regex);
    }

    /// <summary>The part of a pattern that begins with a repeat without an end, or with one that is too long; null without one.</summary>
    private static string? Unbounded(string pattern)
    {
        var inClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '\\':
                    i++;
                    break;
                case '[':
                    inClass = true;
                    break;
                case ']':
                    inClass = false;
                    break;
                case '*' or '+' when !inClass:
                case '{' when !inClass && Regex.Match(pattern[i..], @"^\{\d+,(\d*)\}") is { Success: true } repeat
                    && (repeat.Groups[1].Length == 0
                        || int.Parse(repeat.Groups[1].ValueSpan, CultureInfo.InvariantCulture) > LongestRepeat):
                    return pattern[Math.Max(0, i - 20)..];
            }
        }

        return null;
    }
}
