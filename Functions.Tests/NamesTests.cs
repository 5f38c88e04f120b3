using System.CodeDom.Compiler;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using RegelLoket.Tests.Infra;

namespace RegelLoket.Tests;

/// <summary>One name for one thing, so that a search for it finds that thing alone.</summary>
public sealed partial class NamesTests
{
    [Fact]
    public void Types_OfTheApp_HaveANameOfTheirOwn() => Assert.Empty(SharedNames(
        typeof(App).Assembly.GetTypes().Where(type => IsWritten(type) && !IsCaseOfAUnion(type))));

    [Fact]
    public void TestClasses_OfAllFolders_HaveANameOfTheirOwn() => Assert.Empty(SharedNames(
        typeof(NamesTests).Assembly.GetTypes().Where(type => type.Name.EndsWith("Tests", StringComparison.Ordinal))));

    /// <summary>Code speaks English; these lists are terms of the field that would only be guessed at in English.</summary>
    [Fact]
    public void FixedLists_WhoseMembersAreDutch_AreThoseThatTheReadmeNames()
    {
        var inCode = typeof(App).Assembly.GetTypes().Where(type => type.IsEnum && HasDutchMembers(type)).Select(type => type.Name);
        var section = Repository.Read("README.md").Split("## Words\n")[1].Split("\n## ")[0];

        Assert.Equal(inCode.Order(StringComparer.Ordinal),
            FixedList().Matches(section).Select(row => row.Groups[1].Value).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> SharedNames(IEnumerable<Type> types) =>
        types.GroupBy(type => type.Name.Split('`')[0]).Where(name => name.Count() > 1)
            .Select(name => $"{name.Key}: {string.Join(", ", name.Select(type => type.FullName))}");

    private static bool IsWritten(Type type) => type.Namespace?.StartsWith(nameof(RegelLoket), StringComparison.Ordinal) == true
        && type.Name is not "_Imports" && !type.Name.Contains('<', StringComparison.Ordinal)
        && !type.IsDefined(typeof(CompilerGeneratedAttribute)) && !type.IsDefined(typeof(GeneratedCodeAttribute))
        && (type.DeclaringType is not { } outer || IsWritten(outer));

    /// <summary>Whether it is a case of the result in which it is nested, and is always written with that name before it.</summary>
    private static bool IsCaseOfAUnion(Type type) => type.DeclaringType is { } outer && Parents(type).Any(parent => Open(parent) == outer);

    private static IEnumerable<Type> Parents(Type type)
    {
        for (var parent = type.BaseType; parent is not null; parent = parent.BaseType)
        {
            yield return parent;
        }
    }

    private static Type Open(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;

    /// <summary>Whether each member is written as the Dutch word by which JSON and addresses know it.</summary>
    private static bool HasDutchMembers(Type list) => list.GetFields(BindingFlags.Public | BindingFlags.Static).All(
        member => member.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name.Replace("-", "", StringComparison.Ordinal)
            .Equals(member.Name, StringComparison.OrdinalIgnoreCase) == true);

    [GeneratedRegex(@"^\| `(\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex FixedList();
}
