using System.Globalization;
using RegelLoket.Cases;

namespace RegelLoket.Demo;

/// <summary>A case of the demo: a line of <c>demo/verloop.csv</c>, which is the one place that says what happens when.</summary>
internal sealed record DemoLine
{
    private const char Separator = ';';
    private const string Effect = "effect";
    private const string NotSharing = "want=";

    /// <summary>How many working days ago it was reported.</summary>
    public required int ReportedBefore { get; init; }

    /// <summary>The name of the file with its texts.</summary>
    public required string Sample { get; init; }

    public required Actor Analyst { get; init; }

    /// <summary>The second analyst, who approves.</summary>
    public required Actor Reader { get; init; }

    /// <summary>Its status today.</summary>
    public required CaseStatus Until { get; init; }

    public required IReadOnlySet<DemoWord> Words { get; init; }

    /// <summary>What the reporter answered on the effect.</summary>
    public required IReadOnlyList<(EffectMoment Moment, EffectNoticed Noticed)> Effects { get; init; }

    /// <summary>Why its outcome is not shared; null where it is, or where that is still to be decided.</summary>
    public NotSharedReason? NotShared { get; init; }

    /// <summary>All lines, oldest first.</summary>
    public static IReadOnlyList<DemoLine> All() =>
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "demo", "verloop.csv"))
            .Where(line => line.Length > 0 && line[0] != '#').Skip(1).Select(Read),
    ];

    private static DemoLine Read(string line)
    {
        var cells = line.Split(Separator, StringSplitOptions.TrimEntries);
        if (cells is not [var days, var sample, var analyst, var reader, var until, var then])
        {
            throw new InvalidDataException($"Not six columns: {line}");
        }

        var reason = then.Split(' ').FirstOrDefault(word => word.StartsWith(NotSharing, StringComparison.Ordinal));
        var words = then.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word != reason)
            .ToLookup(word => word.StartsWith(Effect, StringComparison.Ordinal));
        return new DemoLine
        {
            ReportedBefore = int.Parse(days, CultureInfo.InvariantCulture),
            Sample = sample,
            Analyst = DemoTeam.Of(analyst),
            Reader = DemoTeam.Of(reader),
            Until = Slug<CaseStatus>(until),
            Words = words[false].Select(Slug<DemoWord>).ToHashSet(),
            NotShared = reason is null ? null : Slug<NotSharedReason>(reason[NotSharing.Length..]),
            Effects = [.. words[true].Select(EffectOf)],
        };
    }

    /// <summary>Reads <c>effect3=ja</c>: the answer after three months.</summary>
    private static (EffectMoment, EffectNoticed) EffectOf(string word) =>
        word[Effect.Length..].Split('=') is [var months, var noticed]
            ? (Slug<EffectMoment>($"{months}-maanden"), Slug<EffectNoticed>(noticed))
            : throw new InvalidDataException($"Not an answer on the effect: {word}");

    private static T Slug<T>(string slug) where T : struct, Enum =>
        EnumNames.TryParseSlug<T>(slug, out var value) ? value : throw new InvalidDataException($"'{slug}' is no {typeof(T).Name}.");
}
