using LocalHost.Startup;

namespace RegelLoket.Tests.LocalHost;

public sealed class LocalArgumentsTests
{
    [Theory]
    [InlineData("--port 7080", 7080)]
    [InlineData("--port=7080", 7080)]
    [InlineData("--PORT 7080", 7080)]
    [InlineData("--port 1 --port 65535", 65535)]
    public void Port_InAnySpelling_IsThatPort(string line, int port) => Assert.Equal(port, Of(line).Port);

    [Fact]
    public void Port_Zero_IsAFreeOne() => Assert.InRange(Of("--port 0").Port, 1, ushort.MaxValue);

    [Theory]
    [InlineData("--port zeven", "--port")]
    [InlineData("--port 65536", "--port")]
    [InlineData("--port -1", "--port")]
    [InlineData("--port", "--port")]
    [InlineData("--azurite-ports 10000,10001", "--azurite-ports")]
    [InlineData("--azurite-ports 10000,10001,x", "--azurite-ports")]
    [InlineData("--azurite-ports 0,1,2", "--azurite-ports")]
    public void Of_WrongValue_NamesTheOption(string line, string option) =>
        Assert.Contains(option, Assert.Throws<StartupException>(() => Of(line)).Message, StringComparison.Ordinal);

    [Fact]
    public void AzuritePorts_Three_AreBlobQueueAndTable() =>
        Assert.Equal(new AzuritePorts(10000, 10001, 10002), Of("--azurite-ports 10000,10001,10002").AzuritePorts);

    [Theory]
    [InlineData("token --rol analist", "token")]
    [InlineData("--rol analist", null)]
    [InlineData("", null)]
    public void Command_FirstWord_IsTheCommand(string line, string? command)
    {
        Assert.Equal(command, Of(line).Command);
        Assert.Equal(line.Length > 0 ? "analist" : null, Of(line)["rol"]);
    }

    [Fact]
    public void Flags_WithoutAValue_AreSet()
    {
        var arguments = Of("--reset --demo --in-process --app ./built");

        Assert.True(arguments is { Reset: true, Demo: true, InProcess: true, App: "./built" });
        Assert.False(Of("--reset false").Reset);
        Assert.False(Of("").Demo);
    }

    [Fact]
    public void Settings_OptionsThatTheHostDoesNotKnow_AreTheApps()
    {
        var settings = Of("--Site:Name Loket --port 7080 --SendGrid:Host=http://localhost:1/?a=b --Flag ignored").Settings
            .OrderBy(setting => setting.Key, StringComparer.Ordinal);

        Assert.Equal([("Flag", "ignored"), ("SendGrid:Host", "http://localhost:1/?a=b"), ("Site:Name", "Loket")],
            settings.Select(setting => (setting.Key, setting.Value)));
    }

    private static LocalArguments Of(string line) => new(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
