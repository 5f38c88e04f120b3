using LocalHost.Lokaal;
using LocalHost.Startup;

namespace RegelLoket.Tests.LocalHost.Lokaal;

public sealed class LocalKeysTests : IDisposable
{
    private readonly string folder = Path.Combine(Directory.CreateTempSubdirectory("regelloket-keys-").FullName, ".data");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);

    [Fact]
    public void Keys_AskedForTwice_AreTheSame()
    {
        var (first, second) = (new LocalKeys(folder), new LocalKeys(folder));

        Assert.Equal(first.SigningKey, second.SigningKey);
        Assert.Equal(first.InboundPassword, second.InboundPassword);
        Assert.Equal(first.WebhookPublicKey, second.WebhookPublicKey);
        Assert.NotEqual(first.SigningKey, first.InboundPassword);
    }

    [Fact]
    public void Keys_AskedForByManyAtOnce_AreTheSame()
    {
        var keys = new string[16];

        Parallel.For(0, keys.Length, i => keys[i] = new LocalKeys(folder).WebhookPublicKey);

        Assert.Single(keys.Distinct());
    }

    [Fact]
    public void Keys_OnDisk_AreTheirOwnersAlone()
    {
        var keys = new LocalKeys(folder);
        _ = (keys.SigningKey, keys.InboundPassword, keys.WebhookPublicKey);

        Assert.Equal(3, Directory.GetFiles(folder).Length);
        Assert.All(Directory.GetFiles(folder), file =>
            Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite)));
    }

    [Fact]
    public void Keys_FolderThatIsAFile_SayWhatCannotBeUsed()
    {
        File.WriteAllText(folder, "no folder");

        var refusal = Assert.Throws<StartupException>(() => new LocalKeys(folder).SigningKey);

        Assert.Contains(folder, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("cannot be used", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("signing-key")]
    [InlineData("webhook-key")]
    public void Keys_BrokenFile_NameIt(string name)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, name), "no key");
        var keys = new LocalKeys(folder);

        var refusal = Assert.Throws<StartupException>(() => name == "signing-key" ? keys.SigningKey : keys.WebhookPublicKey);

        Assert.Contains(Path.Combine(folder, name), refusal.Message, StringComparison.Ordinal);
    }
}
