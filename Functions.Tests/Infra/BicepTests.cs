using System.Text.Json;
using System.Text.RegularExpressions;

namespace RegelLoket.Tests.Infra;

/// <summary>What the real Bicep compiler and linter say of <c>infra/</c>, and the files beside it that must agree.</summary>
public sealed partial class BicepTests
{
    [Theory]
    [InlineData("build", "--stdout")]
    [InlineData("lint")]
    public void Compiler_OnMainAndItsModules_HasNoErrorAndNoWarning(string command, params string[] options)
    {
        var (exitCode, _, messages) = ArmTemplate.Run(command, options);

        Assert.Empty(messages);
        Assert.Equal(0, exitCode);
    }

    [Fact]
    public void Modules_InTheFolder_AreAllUsed()
    {
        var main = Repository.Read("infra/main.bicep");

        Assert.All(
            Repository.Sources("infra/modules", "*.bicep"),
            module => Assert.Contains($"'modules/{Path.GetFileName(module)}'", main, StringComparison.Ordinal));
    }

    [Fact]
    public void Parameters_OfAzd_AreThoseOfMain()
    {
        var parameters = ArmTemplate.Main.GetProperty("parameters").EnumerateObject().ToList();
        using var file = JsonDocument.Parse(Repository.Read("infra/main.parameters.json"));
        var given = file.RootElement.GetProperty("parameters").EnumerateObject().Select(p => p.Name).ToList();
        var required = parameters
            .Where(p => !p.Value.TryGetProperty("defaultValue", out _) && !p.Value.TryGetProperty("nullable", out _)).Select(p => p.Name);

        Assert.Empty(given.Except(parameters.Select(p => p.Name)));
        Assert.Empty(required.Except(given));
    }

    [Fact]
    public void Variables_ThatAzdHandsOver_AreThoseThatTheCheckKnows()
    {
        var asked = EnvironmentPattern().Matches(Repository.Read("infra/main.parameters.json"))
            .Where(m => !m.Groups[2].Success).Select(m => m.Groups[1].Value);
        var check = Repository.Read("infra/check-environment.mjs");

        Assert.All(asked, name => Assert.Contains($"  {name}: [", check, StringComparison.Ordinal));
    }

    [Fact]
    public void Stages_TestAndProduction_HaveTheSizesThatMainReads()
    {
        using var stages = JsonDocument.Parse(Repository.Read("infra/stages.json"));
        var read = SizePattern().Matches(Repository.Read("infra/main.bicep")).Select(m => m.Groups[1].Value).ToHashSet();

        Assert.Equal(["production", "test"], stages.RootElement.EnumerateObject().Select(s => s.Name).Order());
        Assert.All(
            stages.RootElement.EnumerateObject(),
            stage => Assert.Equal(read.Order(), stage.Value.EnumerateObject().Select(p => p.Name).Order()));
    }

    [Fact]
    public void Certificate_OfTheHook_IsOneThatTheAppCanUse_AndIsNeverRenewedByItself()
    {
        using var policy = JsonDocument.Parse(Repository.Read("infra/certificate-policy.json"));
        var key = policy.RootElement.GetProperty("keyProperties");
        var actions = policy.RootElement.GetProperty("lifetimeActions").EnumerateArray()
            .Select(a => ArmTemplate.At(a, "action", "actionType").GetString());

        Assert.True(key.GetProperty("exportable").GetBoolean());
        Assert.Equal("RSA", key.GetProperty("keyType").GetString());
        Assert.Equal("application/x-pkcs12", ArmTemplate.At(policy.RootElement, "secretProperties", "contentType").GetString());
        Assert.Equal(["EmailContacts"], actions);
        Assert.Contains("--policy @infra/certificate-policy.json", Repository.Read("azure.yaml"), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\bsizes\.(\w+)")]
    private static partial Regex SizePattern();

    [GeneratedRegex(@"\$\{(\w+)(=[^}]*)?\}")]
    private static partial Regex EnvironmentPattern();
}
