using System.Diagnostics;
using System.Text.Json;
using LocalHost.Hosting;

var given = new ConfigurationBuilder().AddCommandLine(args).Build();
var file = JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(given["settings"] ?? "local.settings.json"));
var values = file.GetProperty("Values").EnumerateObject().ToDictionary(value => value.Name, value => value.Value.GetString());
await using var host = new FunctionHost(new HostSettings(given["app"]!, int.Parse(given["port"] ?? "7071", System.Globalization.CultureInfo.InvariantCulture), values));
await host.StartAsync();
Console.WriteLine($"Ready on {host.Address} after {(DateTime.Now - Process.GetCurrentProcess().StartTime).TotalMilliseconds:0} ms");
await host.WaitAsync();
