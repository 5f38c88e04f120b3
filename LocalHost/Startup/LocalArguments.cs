using System.Globalization;

namespace LocalHost.Startup;

/// <summary>
/// The command line: a first word is a command; <c>--name value</c>, <c>--name=value</c> and <c>--name</c> are options.
/// An option that this host does not know is a setting of the app. The host's own options can also be environment
/// variables.
/// </summary>
internal sealed class LocalArguments
{
    private const int DefaultPort = 7071;

    private static readonly string[] Own = ["app", "azurite-ports", "data", "demo", "in-process", "naam", "port", "reset", "rol"];

    private readonly Dictionary<string, string> options = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Parses the command line.</summary>
    /// <exception cref="StartupException">An option has an invalid value.</exception>
    public LocalArguments(IReadOnlyList<string> arguments)
    {
        Command = arguments.Count > 0 && !arguments[0].StartsWith('-') ? arguments[0] : null;
        for (var i = Command is null ? 0 : 1; i < arguments.Count; i++)
        {
            Take(arguments, ref i);
        }

        Port = Value("port", "PORT") is { } port ? ParsePort("--port", port, least: 0) : DefaultPort;
        // The app must know its own address before anything listens there.
        Port = Port == 0 ? FreePort.Any() : Port;
        AzuritePorts = Value("azurite-ports", "AZURITE_PORTS") is { } ports ? ParsePorts(ports) : null;
    }

    /// <summary>The command; null for running the app.</summary>
    public string? Command { get; }

    /// <summary>The port of the app; a free one when any will do.</summary>
    public int Port { get; }

    public AzuritePorts? AzuritePorts { get; }

    public bool Reset => Value("reset", "LOCAL_RESET") is "true" or "1";

    public bool Demo => this["demo"] == "true";

    public bool InProcess => this["in-process"] == "true";

    public string? App => this["app"];

    /// <summary>The folder of the emulator's data; null for the default.</summary>
    public string? Data => Value("data", "LOCAL_DATA");

    /// <summary>The settings of the app on the command line, by their names in configuration.</summary>
    public IEnumerable<KeyValuePair<string, string>> Settings =>
        options.Where(option => !Own.Contains(option.Key, StringComparer.OrdinalIgnoreCase));

    public string? this[string option] => options.GetValueOrDefault(option);

    private void Take(IReadOnlyList<string> arguments, ref int i)
    {
        if (!arguments[i].StartsWith("--", StringComparison.Ordinal))
        {
            return;
        }

        var name = arguments[i][2..];
        if (name.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals)
        {
            options[name[..equals]] = name[(equals + 1)..];
        }
        else
        {
            var hasValue = i + 1 < arguments.Count && !arguments[i + 1].StartsWith("--", StringComparison.Ordinal);
            options[name] = hasValue ? arguments[++i] : "true";
        }
    }

    private string? Value(string option, string variable) =>
        this[option] ?? (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null);

    private static AzuritePorts ParsePorts(string text) => text.Split(',') is [var blob, var queue, var table]
        ? new AzuritePorts(ParsePort("--azurite-ports", blob), ParsePort("--azurite-ports", queue), ParsePort("--azurite-ports", table))
        : throw new StartupException($"--azurite-ports takes three ports, as in 10000,10001,10002; not '{text}'.");

    private static int ParsePort(string option, string text, int least = 1) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port >= least && port <= ushort.MaxValue
            ? port
            : throw new StartupException($"{option} takes a port number, not '{text}'.");
}
