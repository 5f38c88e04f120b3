using LocalHost.Startup;
using LocalHost.Startup.Storage;

namespace RegelLoket.Tests.LocalHost;

/// <summary>What is missing of a built app is named before anything starts.</summary>
public sealed class BuiltAppTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("built-app-").FullName;

    public BuiltAppTests()
    {
        Write("functions.metadata", "[]");
        Write("worker.config.json", """{"description":{"defaultWorkerPath":"App.dll"}}""");
        Write("host.json", "{ // with a remark\n }");
        Write("App.dll", "");
    }

    [Fact]
    public void BuiltApp_WholeFolder_NamesItsAssembly()
    {
        var app = new BuiltApp(folder);

        Assert.Equal(("App", Path.Combine(folder, "App.dll")), (app.Name, app.AssemblyPath));
    }

    [Theory]
    [InlineData("functions.metadata")]
    [InlineData("worker.config.json")]
    [InlineData("host.json")]
    [InlineData("App.dll")]
    public void BuiltApp_FileThatIsMissing_IsNamed(string name)
    {
        File.Delete(Path.Combine(folder, name));

        var failure = Assert.Throws<StartupException>(() => new BuiltApp(folder));

        Assert.Contains(name, failure.Message, StringComparison.Ordinal);
        Assert.Contains("not built", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("worker.config.json", "{")]
    [InlineData("worker.config.json", "{}")]
    [InlineData("worker.config.json", "[]")]
    [InlineData("worker.config.json", "{\"description\":{\"defaultWorkerPath\":7}}")]
    [InlineData("host.json", "{")]
    public void BuiltApp_FileThatIsBroken_IsNamed(string name, string content)
    {
        Write(name, content);

        Assert.Contains(name, Assert.Throws<StartupException>(() => new BuiltApp(folder)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(null, true)]
    [InlineData("UseDevelopmentStorage=true", true)]
    [InlineData(" usedevelopmentstorage=true; ", true)]
    [InlineData("UseDevelopmentStorage=true;DevelopmentStorageProxyUri=http://x", false)]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=x", false)]
    public void IsNamedBy_ConnectionString_IsTrueForTheEmulator(string? text, bool expected) =>
        Assert.Equal(expected, DevelopmentStorage.IsNamedBy(text));

    [Fact]
    public void UseStorage_SettingsThatAskForTheEmulator_GetItsPorts()
    {
        Write("local.settings.sample.json", """
            {"Values":{"AzureWebJobsStorage":"UseDevelopmentStorage=true","CaseStorage":"UseDevelopmentStorage=true","Site:Name":"Loket"},
             "LocalHost":{"Roles":["analist"],"Values":{"Site:Address":"http://localhost:{port}","Unused":"x"}}}
            """);
        Write("local.settings.json", """{"Values":{"Site:Name":"Eigen naam"}}""");
        var settings = new AppSettings(folder, [new("Extra:Flag", "ja")], new Dictionary<string, Func<string>>
        { ["port"] = () => "7080", ["secret"] = () => throw new InvalidOperationException("Nobody asked for it.") });

        Assert.True(settings.UsesEmulator);
        settings.UseStorage(new AzuritePorts(1, 2, 3));

        Assert.Contains("QueueEndpoint=http://127.0.0.1:2/", settings.Values["CaseStorage"], StringComparison.Ordinal);
        Assert.Equal(settings.Values["CaseStorage"], settings.Values["AzureWebJobsStorage"]);
        Assert.Equal(("Eigen naam", "http://localhost:7080", "ja"),
            (settings.Values["Site__Name"], settings.Values["Site__Address"], settings.Values["Extra__Flag"]));
        Assert.Equal(["analist"], settings.Roles);
        Assert.Null(settings.Demo);
    }

    [Fact]
    public void UseStorage_AppWithAnAccountOfItsOwn_KeepsIt()
    {
        const string Account = "DefaultEndpointsProtocol=https;AccountName=x";
        var settings = new AppSettings(
            folder, [new("AzureWebJobsStorage", Account), new("CaseStorage", "UseDevelopmentStorage=true")],
            new Dictionary<string, Func<string>>());

        settings.UseStorage(new AzuritePorts(1, 2, 3));

        Assert.False(settings.UsesEmulator);
        Assert.Equal((Account, Account), (settings.Values["AzureWebJobsStorage"], settings.Values["CaseStorage"]));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"Values":"x"}""")]
    [InlineData("""{"LocalHost":{"Roles":"analist"}}""")]
    public void AppSettings_FileThatCannotBeRead_IsNamed(string json)
    {
        Write("local.settings.json", json);

        var failure = Assert.Throws<StartupException>(() => new AppSettings(folder, [], new Dictionary<string, Func<string>>()));

        Assert.Contains("local.settings.json", failure.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);
}
