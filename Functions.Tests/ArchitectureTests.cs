using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using RegelLoket.ContextAnalysis.Components;
using RegelLoket.Experiments;
using RegelLoket.Intake;
using RegelLoket.Notifications;
using RegelLoket.ProblemStatement.Components;
using RegelLoket.Tests.Infra;
using static ArchUnitNET.Fluent.ArchRuleDefinition;
using Type = System.Type;

namespace RegelLoket.Tests;

/// <summary>
/// Which room of the app may know which: the domain at the ground, what serves all steps above it, the steps in the order in which a case
/// meets them, and on top what works with all of them. Pages and components count: they are compiled into the same assembly.
/// </summary>
public sealed class ArchitectureTests
{
    private static readonly Architecture Code = new ArchLoader().LoadAssemblies(typeof(App).Assembly).Build();

    private static readonly string[] Ground = ["Cases", "Language", "Storage", "Web", "Notifications", "Attachments"];

    private static readonly string[] Steps = ["Intake", "ContextAnalysis", "ProblemStatement", "Escalation", "Outcome", "Experiments",
        "Library"];

    /// <summary>Every room with the rooms that it may know. A step knows no other step; see <see cref="Exceptions"/>.</summary>
    private static readonly Dictionary<string, string[]> MayKnow = new Dictionary<string, string[]>
    {
        ["Cases"] = [],
        ["Language"] = [],
        ["Storage"] = ["Cases"],
        ["Web"] = ["Cases", "Language", "Storage"],
        ["Notifications"] = ["Cases", "Storage", "Web"],
        ["Attachments"] = ["Cases", "Storage", "Web"],
        ["Workbench"] = [.. Ground, .. Steps],
        ["Insight"] = Ground,
        ["Privacy"] = [.. Ground, .. Steps],
        ["Operations"] = [.. Ground, .. Steps],
        ["OpenApi"] = [.. Ground, .. Steps, "Workbench", "Insight", "Privacy"],
        ["Workflow"] = [.. Ground, .. Steps],
    }.Concat(Steps.Select(step => KeyValuePair.Create(step, Ground))).ToDictionary();

    /// <summary>A type that a room uses although the arrows do not allow it.</summary>
    private sealed record Exemption(string Room, Type Uses, string Because);

    private static readonly Exemption[] Exceptions =
    [
        new("Library", typeof(IPublishedCases),
            "The form asks for published cases like a report; the library answers, and the form does not know it."),
        new("Library", typeof(PublishedMatch), "The answer to that question, which the API gives as well."),
        new("Library", typeof(IntakeRoutes), "A published case links to the form with which another organisation joins it."),
        new("Library", typeof(IPublishedExperiments), "An experiment is shared by the library, which the experiments do not know."),
        new("Workbench", typeof(CaseLinksPanel),
            "Linked cases are shown beside the case on every tab, and a tab is all that a step can register."),
        new("Workbench", typeof(ReportContent), "The dossier prints the case as one document."),
        new("Workbench", typeof(ContextSummary), "The dossier prints the case as one document."),
        new("Workbench", typeof(StatementText), "The dossier prints the case as one document."),
    ];

    public static TheoryData<string> Rooms => [.. MayKnow.Keys];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Room_OfTheApp_KnowsOnlyWhatIsBelowIt(string room) => Assert.Empty(
        Arrows(room, target => RoomOf(target) is { } other && other != room && !MayKnow[room].Contains(other)));

    [Fact]
    public void Workbench_WithTheTabsOfTheSteps_KnowsNoComponentOfAStep() => Assert.Empty(
        Arrows("Workbench", target => PartsOf(target.Namespace?.FullName) is [var room, .. var parts]
            && Steps.Contains(room) && parts.Any(part => part is "Components" or "Pages")));

    [Fact]
    public void Exceptions_ThatAreListed_AreAllNeeded() => Assert.DoesNotContain(
        Exceptions, exception => !Code.Types.Any(type => RoomOf(type) == exception.Room && Knows(type, exception.Uses)));

    [Fact]
    public void Exceptions_BetweenSteps_GoToAnEarlierStep() => Assert.All(
        Exceptions.Where(exception => Steps.Contains(exception.Room)),
        exception => Assert.True(Array.IndexOf(Steps, PartsOf(exception.Uses.Namespace)[0]) < Array.IndexOf(Steps, exception.Room)));

    [Fact]
    public void Rooms_OfTheApp_AreAllInTheTable()
    {
        Assert.Equal(MayKnow.Keys.Order(), Code.Types.Select(RoomOf).OfType<string>().Distinct().Order());
        Assert.Equal(["App.cs", "Program.cs"],
            Directory.EnumerateFiles(Repository.File("Functions"), "*.cs").Select(Path.GetFileName).Order());
    }

    [Fact]
    public void Mails_OfEveryRoom_AreInItsFolderMails() => Assert.Empty(
        typeof(App).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false, IsInterface: false }
                && (typeof(IMailTemplate).IsAssignableFrom(type) || typeof(IStaffMailTemplate).IsAssignableFrom(type))
                && !type.Namespace!.EndsWith(".Mails", StringComparison.Ordinal))
            .Select(type => type.FullName));

    [Fact]
    public void Workflow_OfTheCases_IsKnownToTheCompositionRootAlone() =>
        Types().That().ResideInNamespaceMatching(@"^(__Blazor\.)?RegelLoket\.").And()
            .DoNotResideInNamespaceMatching(@"^RegelLoket\.Workflow$")
            .Should().NotDependOnAny(Types().That().ResideInNamespaceMatching(@"^RegelLoket\.Workflow$")).Check(Code);

    [Fact]
    public void Domain_OfTheCases_KnowsNoStorageAndNoHost() =>
        Types().That().ResideInNamespaceMatching(@"^RegelLoket\.Cases(\.|$)")
            .Should().NotDependOnAny(Types(true).That()
                .ResideInNamespaceMatching(@"^(Azure|Microsoft\.(AspNetCore|Azure|DurableTask))(\.|$)")).Check(Code);

    /// <summary>A part that knows no other is taken away, again and again; what is left goes round in a circle.</summary>
    [Fact]
    public void Parts_OfTheLibrary_FormNoCircle()
    {
        var left = Code.Types.Where(type => RoomOf(type) == "Library").GroupBy(PartOf).ToDictionary(
            part => part.Key, part => part.SelectMany(Targets).Where(target => RoomOf(target) == "Library").Select(PartOf)
                .Where(known => known != part.Key).ToHashSet());
        while (left.FirstOrDefault(part => !part.Value.Any(left.ContainsKey)).Key is { } free)
        {
            left.Remove(free);
        }

        Assert.Empty(left.Keys);
    }

    /// <summary>The arrows from a room to types that are not allowed and not listed as an exception.</summary>
    private static IEnumerable<string> Arrows(string room, Func<IType, bool> isForbidden) =>
        from type in Code.Types
        where RoomOf(type) == room
        from target in Targets(type)
        where isForbidden(target) && !Exceptions.Any(exception => exception.Room == room && exception.Uses.FullName == target.FullName)
        select $"{type.FullName} -> {target.FullName}";

    private static bool Knows(IType type, Type target) => Targets(type).Any(known => known.FullName == target.FullName);

    /// <summary>The types that a type knows. A type parameter is none, and bears the name of any method that has one like it.</summary>
    private static IEnumerable<IType> Targets(IType type) =>
        type.Dependencies.Select(dependency => dependency.Target).Where(target => target is not GenericParameter).Distinct();

    private static string? RoomOf(IType type) => PartsOf(type.Namespace?.FullName).FirstOrDefault();

    /// <summary>The part of a room that a type is in; empty for the room itself.</summary>
    private static string PartOf(IType type) => PartsOf(type.Namespace?.FullName).ElementAtOrDefault(1) ?? "";

    /// <summary>
    /// The parts of a namespace behind the name of the app; none for the composition root and for anything that is not the app's.
    /// </summary>
    private static string[] PartsOf(string? space) =>
        space?.Replace("__Blazor.", "", StringComparison.Ordinal).Split('.') is ["RegelLoket", .. var parts] ? parts : [];
}
