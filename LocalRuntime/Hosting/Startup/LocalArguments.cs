using System.Globalization;

namespace LocalRuntime.Hosting.Startup;

/// <summary>
/// The command line: a first word is a command of the app, `--name value` and `--name` are settings. Both reach the app
/// through its configuration, the word as `Command`. What the host itself uses can stand in the environment too.
/// </summary>
internal sealed class LocalArguments
{
    private const int DefaultPort = 7071;

    private readonly Dictionary<string, string?> settings = new(StringComparer.OrdinalIgnoreCase);

    public LocalArguments(IReadOnlyList<string> args)
    {
        Command = args.Count > 0 && !args[0].StartsWith('-') ? args[0] : null;
        if (Command is not null)
        {
            settings["Command"] = Command;
        }

        for (var i = Command is null ? 0 : 1; i < args.Count; i++)
        {
            Take(args, ref i);
        }
    }

    public string? Command { get; }

    public IReadOnlyDictionary<string, string?> Settings => settings;

    public bool Reset => Value("reset", "LOCAL_RESET") is "true" or "1";

    public string? DataDirectory => Value("data", "LOCAL_DATA");

    public int Port => Value("port", "PORT") is { } text ? ParsePort("--port", text, least: 0) : DefaultPort;

    public AzuritePorts? AzuritePorts
    {
        get
        {
            if (Value("azurite-ports", "AZURITE_PORTS") is not { } text)
            {
                return null;
            }

            return text.Split(',') is [var blob, var queue, var table]
                ? new AzuritePorts(ParsePort("--azurite-ports", blob), ParsePort("--azurite-ports", queue), ParsePort("--azurite-ports", table))
                : throw new StartupException($"--azurite-ports takes three ports, as in 10000,10001,10002; not '{text}'.");
        }
    }

    public string? this[string name] => settings.GetValueOrDefault(name);

    private void Take(IReadOnlyList<string> args, ref int i)
    {
        if (!args[i].StartsWith("--", StringComparison.Ordinal))
        {
            return;
        }

        var name = args[i][2..];
        if (name.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals)
        {
            settings[name[..equals]] = name[(equals + 1)..];
        }
        else if (i + 1 < args.Count && !args[i + 1].StartsWith("--", StringComparison.Ordinal))
        {
            settings[name] = args[++i];
        }
        else
        {
            settings[name] = "true";
        }
    }

    private string? Value(string option, string variable) =>
        settings.GetValueOrDefault(option) ?? (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null);

    private static int ParsePort(string option, string text, int least = 1) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port >= least && port <= 65535
            ? port
            : throw new StartupException($"{option} takes a port number, not '{text}'.");
}

/// <summary>Where the storage emulator listens.</summary>
internal sealed record AzuritePorts(int Blob, int Queue, int Table)
{
    public static readonly AzuritePorts Default = new(10000, 10001, 10002);
}
