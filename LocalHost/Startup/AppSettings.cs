using System.Text.Json;
using LocalHost.Lokaal;
using LocalHost.Startup.Storage;

namespace LocalHost.Startup;

/// <summary>
/// The app settings of a local run, from <c>local.settings.sample.json</c> and <c>local.settings.json</c> next to the
/// built app, the environment and the command line; a later one wins. The section <c>LocalHost</c> of the sample holds
/// the values that only this host can provide.
/// </summary>
internal sealed class AppSettings
{
    public const string DefaultStorage = "AzureWebJobsStorage";

    private readonly Dictionary<string, string?> values = new(StringComparer.OrdinalIgnoreCase) { [DefaultStorage] = "" };

    /// <param name="app">The folder of the built app.</param>
    /// <param name="settings">The settings on the command line, by their names in configuration.</param>
    /// <param name="placeholders">Returns the values for <c>{name}</c> in the section; called only when one is
    /// used.</param>
    /// <exception cref="StartupException">A file is not JSON of this shape.</exception>
    public AppSettings(
        string app, IEnumerable<KeyValuePair<string, string>> settings, IReadOnlyDictionary<string, Func<string>> placeholders)
    {
        Add(Path.Combine(app, "local.settings.sample.json"), placeholders);
        Add(Path.Combine(app, "local.settings.json"), placeholders);
        foreach (var (name, value) in Variables())
        {
            values[name] = value;
        }

        foreach (var (name, value) in settings)
        {
            values[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }
    }

    /// <summary>The app settings, named as in the environment of the app.</summary>
    public IReadOnlyDictionary<string, string?> Values => values;

    /// <summary>The roles that the development identity can have.</summary>
    public IReadOnlyList<string> Roles { get; private set; } = [];

    /// <summary>The movable clock of the app; null where it has none.</summary>
    public ClockSettings? Clock { get; private set; }

    /// <summary>The app's webhooks for a mail service; null when it has none.</summary>
    public WebhookAddresses? Webhooks { get; private set; }

    /// <summary>The first steps for a newcomer.</summary>
    public IReadOnlyList<FirstStep> Steps { get; private set; } = [];

    /// <summary>The program that adds samples, relative to the folder of the built app.</summary>
    public string? Demo { get; private set; }

    /// <summary>Whether the app stores its data in the emulator of this run.</summary>
    public bool UsesEmulator => DevelopmentStorage.IsNamedBy(values[DefaultStorage]);

    /// <summary>
    /// Sets the account of this run in each setting that asks for development storage: the emulator's, or else the
    /// app's own.
    /// </summary>
    public void UseStorage(AzuritePorts ports)
    {
        var account = UsesEmulator ? DevelopmentStorage.ConnectionString(ports) : values[DefaultStorage];
        foreach (var (name, _) in values.Where(setting => setting.Key == DefaultStorage || IsShorthand(setting.Value)).ToList())
        {
            values[name] = account;
        }
    }

    private static bool IsShorthand(string? value) => value is { Length: > 0 } && DevelopmentStorage.IsNamedBy(value);

    private void Add(string path, IReadOnlyDictionary<string, Func<string>> placeholders)
    {
        if (!File.Exists(path))
        {
            return;
        }

        _ = JsonFile.Read(path, file =>
        {
            Add(file, "Values", text => text);
            if (file.TryGetProperty("LocalHost", out var own))
            {
                Add(own, "Values", text => Fill(text, placeholders));
                Roles = own.TryGetProperty(nameof(Roles), out var roles) ? roles.Deserialize<string[]>()! : Roles;
                Clock = own.TryGetProperty(nameof(Clock), out var clock) ? clock.Deserialize<ClockSettings>() : Clock;
                Webhooks = own.TryGetProperty(nameof(Webhooks), out var webhooks) ? webhooks.Deserialize<WebhookAddresses>() : Webhooks;
                Steps = own.TryGetProperty(nameof(Steps), out var steps) ? steps.Deserialize<FirstStep[]>()! : Steps;
                Demo = own.TryGetProperty(nameof(Demo), out var demo) ? demo.GetString() : Demo;
            }

            return this;
        });
    }

    private void Add(JsonElement section, string name, Func<string, string> fill)
    {
        if (section.TryGetProperty(name, out var given))
        {
            foreach (var setting in given.EnumerateObject())
            {
                values[setting.Name.Replace(":", "__", StringComparison.Ordinal)] = fill(setting.Value.ToString());
            }
        }
    }

    private static string Fill(string text, IReadOnlyDictionary<string, Func<string>> placeholders) =>
        placeholders.Where(placeholder => text.Contains($"{{{placeholder.Key}}}", StringComparison.Ordinal))
            .Aggregate(text, (filled, placeholder) =>
                filled.Replace($"{{{placeholder.Key}}}", placeholder.Value(), StringComparison.Ordinal));

    /// <summary>
    /// Returns the environment variables that override a setting of the files, or of host.json. The app inherits the
    /// others.
    /// </summary>
    private List<(string Name, string? Value)> Variables() =>
    [
        .. from System.Collections.DictionaryEntry variable in Environment.GetEnvironmentVariables()
           let name = (string)variable.Key
           where values.ContainsKey(name) || name.StartsWith("AzureFunctionsJobHost__", StringComparison.OrdinalIgnoreCase)
           select (name, (string?)variable.Value),
    ];
}
