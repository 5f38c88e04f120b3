// Learns the weights of the model of owners and writes them into the app. "vergelijk" measures the engines
// against each other by leaving whole
// subjects out; "afstemmen blind-3" and "eenmaal blind-3" look at the
// first and at the second half of that blind set with the weights that the app has.
using System.Security.Cryptography;
using System.Text;
using Training;

var root = new DirectoryInfo(AppContext.BaseDirectory);
while (!File.Exists(Path.Combine(root.FullName, "RegelLoket.sln")))
{
    root = root.Parent ?? throw new InvalidOperationException("Run this inside the repository.");
}

var trainer = new Trainer(root.FullName);
if (args is ["eenmaal" or "afstemmen", var blind])
{
    trainer.Compare(blind, second: args[0] == "eenmaal");
    return;
}

var weights = trainer.Learn();
using var text = new StringWriter { NewLine = "\n" };
(weights with { Version = "" }).Write(text);
var version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..8];
using (var file = new StreamWriter(Path.Combine(root.FullName, "Functions/ContextAnalysis/Owners/owners.txt")))
{
    (weights with { Version = version }).Write(file);
}

File.WriteAllText(Path.Combine(root.FullName, "training/steekproef.json"), trainer.Specimens(weights) + "\n");
Console.WriteLine($"{weights.Words.Count} words and {weights.Cues.Count} cues, version {version}");
if (args.Contains("vergelijk"))
{
    trainer.CrossValidate();
}
