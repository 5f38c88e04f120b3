using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.ContextAnalysis.Catalogue;

/// <summary>
/// All known rules, with their concepts, ministries and executive bodies. Immutable; a change creates a new one.
/// </summary>
public sealed class RuleCatalogue
{
    private const string ResourcePrefix = "RegelLoket.ContextAnalysis.Catalogue.";

    private static readonly JsonSerializerOptions Json = new()
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
    };

    private readonly Dictionary<string, Rule> rulesById;
    private readonly Dictionary<string, ExecutiveBody> bodiesById;

    /// <exception cref="InvalidDataException">An entry is invalid; the message names all invalid entries.</exception>
    public RuleCatalogue(
        IEnumerable<Rule> rules, IReadOnlyList<Concept> concepts, IReadOnlyList<ExecutiveBody> executiveBodies,
        IReadOnlyList<MinistryEntry> ministries)
    {
        Rules = [.. rules.OrderBy(rule => rule.Id, StringComparer.Ordinal)];
        Concepts = concepts;
        ExecutiveBodies = executiveBodies;
        Ministries = ministries;
        bodiesById = executiveBodies.ToDictionary(body => body.Id, StringComparer.Ordinal);
        var problems = Rules.SelectMany(rule => RuleValidation.Problems(rule, bodiesById.ContainsKey)
            .Select(problem => $"{rule.Id}: {problem.Message}"))
            .Concat(Rules.GroupBy(rule => rule.Id).Where(group => group.Count() > 1)
                .Select(group => $"{group.Key}: staat er twee keer in")).ToList();
        if (problems.Count > 0)
        {
            throw new InvalidDataException("The catalogue of rules is not valid: " + string.Join("; ", problems));
        }

        rulesById = Rules.ToDictionary(rule => rule.Id, StringComparer.Ordinal);
        Version = Convert.ToHexStringLower(
            SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { Rules, Concepts }, Json)))[..12];
    }

    /// <summary>A hash of twelve hex digits over all rules and concepts.</summary>
    public string Version { get; }

    /// <summary>The rules in the order of their ids.</summary>
    public IReadOnlyList<Rule> Rules { get; }

    public IReadOnlyList<Concept> Concepts { get; }

    public IReadOnlyList<ExecutiveBody> ExecutiveBodies { get; }

    public IReadOnlyList<MinistryEntry> Ministries { get; }

    public Rule? Find(string id) => rulesById.GetValueOrDefault(id);

    public ExecutiveBody? FindBody(string id) => bodiesById.GetValueOrDefault(id);

    /// <summary>Returns this catalogue with rules added or, under the same id, replaced.</summary>
    /// <exception cref="InvalidDataException">A rule is invalid; the message names all problems.</exception>
    public RuleCatalogue With(IEnumerable<Rule> changes)
    {
        var merged = new Dictionary<string, Rule>(rulesById, StringComparer.Ordinal);
        foreach (var rule in changes)
        {
            merged[rule.Id] = rule;
        }

        return new RuleCatalogue(merged.Values, Concepts, ExecutiveBodies, Ministries);
    }

    /// <summary>Returns this catalogue with an executive body added or, under the same id, replaced.</summary>
    public RuleCatalogue With(ExecutiveBody changed) =>
        new(Rules, Concepts, [.. ExecutiveBodies.Where(body => body.Id != changed.Id).Append(changed)
            .OrderBy(body => body.Id, StringComparer.Ordinal)], Ministries);

    /// <summary>
    /// Returns this catalogue with a ministry renamed from a day on; the name before it ends on the day before.
    /// </summary>
    public RuleCatalogue With(MinistryEntry changed) => new(
        Rules, Concepts, ExecutiveBodies,
        [
            .. Ministries.Where(entry => entry.Ministry != changed.Ministry || entry.ValidFrom < changed.ValidFrom)
                .Select(entry => entry.Ministry == changed.Ministry && entry.ValidUntil is null
                    ? entry with { ValidUntil = changed.ValidFrom.AddDays(-1) } : entry)
                .Append(changed).OrderBy(entry => entry.Ministry).ThenBy(entry => entry.ValidFrom),
        ]);

    /// <summary>Returns the name of a ministry on a day; the newest one when none was valid on that day.</summary>
    public MinistryEntry NameOf(Ministry ministry, DateOnly day) =>
        Ministries.Where(entry => entry.Ministry == ministry).OrderBy(entry => entry.IsValidOn(day))
        .ThenBy(entry => entry.ValidFrom)
            .Last();

    /// <summary>
    /// Whether a rule is stale: last checked more than twelve months ago, or never. It is shown as "mogelijk
    /// verouderd".
    /// </summary>
    public static bool IsPossiblyOutdated(Rule rule, DateOnly today) =>
        rule.CheckedOn is not { } day || day.AddMonths(12) < today;

    /// <summary>The catalogue that ships with the app.</summary>
    public static RuleCatalogue LoadEmbedded()
    {
        var assembly = typeof(RuleCatalogue).Assembly;
        var ruleFiles = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(ResourcePrefix + "Rules.", StringComparison.Ordinal));
        return new RuleCatalogue(
            ruleFiles.SelectMany(name => Read<Rule>(assembly, name)),
            Read<Concept>(assembly, ResourcePrefix + "begrippen.json"),
            Read<ExecutiveBody>(assembly, ResourcePrefix + "uitvoerders.json"),
            Read<MinistryEntry>(assembly, ResourcePrefix + "ministeries.json"));
    }

    private static List<T> Read<T>(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)
            ?? throw new InvalidDataException($"{name} is not embedded in the app.");
        try
        {
            return JsonSerializer.Deserialize<List<T>>(stream, Json) ?? throw new InvalidDataException($"{name} is empty.");
        }
        catch (JsonException problem)
        {
            throw new InvalidDataException($"{name} does not hold to the schema: {problem.Message}", problem);
        }
    }
}
