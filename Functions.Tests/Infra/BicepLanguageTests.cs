using System.Text.Json;
using System.Text.RegularExpressions;

namespace RegelLoket.Tests.Infra;

/// <summary>What a Bicep compiler would say first, found without one: grammar, names, modules and their parameters.</summary>
public sealed partial class BicepLanguageTests
{
    private static readonly HashSet<string> Functions =
    [
        // Decorators.
        "allowed", "description", "maxLength", "maxValue", "metadata", "minLength", "minValue", "secure",
        // Functions of the language that are in use here; a misspelt one is on no list.
        "deployer", "empty", "environment", "guid", "length", "loadJsonContent", "range", "resourceGroup", "split", "subscription", "subscriptionResourceId",
        "take", "tenant", "toLower", "toObject", "union", "uniqueString", "utcNow",
    ];

    public static TheoryData<string> Files => [.. BicepFile.All.Keys];

    [Theory, MemberData(nameof(Files))]
    public void File_Parsed_HasNoError(string path) => Assert.Empty(BicepFile.All[path].Errors);

    [Theory, MemberData(nameof(Files))]
    public void Identifier_InAnyExpression_IsDeclared(string path)
    {
        var file = BicepFile.All[path];
        var declared = file.Declarations.Select(d => d.Name).Append("az").ToHashSet();

        Assert.All(file.Identifiers, i => Assert.Contains(i.Name!, declared));
    }

    [Theory, MemberData(nameof(Files))]
    public void Call_OfAnyFunction_IsKnown(string path) => Assert.Empty(BicepFile.All[path].Calls.Except(Functions));

    [Theory, MemberData(nameof(Files))]
    public void Declaration_OfParameterOrVariable_IsUsed(string path)
    {
        var file = BicepFile.All[path];
        var used = file.Identifiers.Select(i => i.Name).ToHashSet();

        Assert.Empty(file.Declarations.Where(d => d.Kind is "param" or "var" && !used.Contains(d.Name)).Select(d => d.Name));
    }

    [Fact]
    public void Modules_OfMain_GetWhatTheyAskFor()
    {
        var main = BicepFile.All["main.bicep"];
        foreach (var module in main.Of("module"))
        {
            var file = BicepFile.All[module.Type!];
            var given = module.At("params")!.Value.EnumerateObject().Select(p => p.Name).ToList();

            Assert.Empty(given.Except(file.Of("param").Select(p => p.Name)));
            Assert.Empty(file.Of("param").Where(p => !p.Optional).Select(p => p.Name).Except(given));
        }
    }

    [Fact]
    public void Outputs_ThatMainReads_AreOutputsOfTheModule()
    {
        var main = BicepFile.All["main.bicep"];
        var read = main.Declarations.SelectMany(d => OutputPattern().Matches(d.Source ?? "")).Select(m => (Module: m.Groups[1].Value, Output: m.Groups[2].Value)).ToHashSet();

        Assert.NotEmpty(read);
        Assert.All(read, r => Assert.Contains(BicepFile.All[main.Get("module", r.Module).Type!].Of("output"), o => o.Name == r.Output));
    }

    [Fact]
    public void Parameters_OfAzd_AreThoseOfMain()
    {
        var parameters = BicepFile.All["main.bicep"].Of("param").ToList();
        using var file = JsonDocument.Parse(Repository.Read("infra/main.parameters.json"));
        var given = file.RootElement.GetProperty("parameters").EnumerateObject().Select(p => p.Name).ToList();

        Assert.Empty(given.Except(parameters.Select(p => p.Name)));
        Assert.Empty(parameters.Where(p => !p.Optional).Select(p => p.Name).Except(given));
    }

    [Fact]
    public void Stages_TestAndProduction_HaveTheSizesThatMainReads()
    {
        using var stages = JsonDocument.Parse(Repository.Read("infra/stages.json"));
        var read = BicepFile.All["main.bicep"].Declarations.SelectMany(d => SizePattern().Matches(d.Source ?? "")).Select(m => m.Groups[1].Value).ToHashSet();

        Assert.Equal(["production", "test"], stages.RootElement.EnumerateObject().Select(s => s.Name).Order());
        Assert.All(stages.RootElement.EnumerateObject(), stage => Assert.Equal(read.Order(), stage.Value.EnumerateObject().Select(p => p.Name).Order()));
    }

    [GeneratedRegex(@"\b(\w+)!?\.outputs\.(\w+)")]
    private static partial Regex OutputPattern();

    [GeneratedRegex(@"\bsizes\.(\w+)")]
    private static partial Regex SizePattern();
}
