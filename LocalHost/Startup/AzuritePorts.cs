namespace LocalHost.Startup;

/// <summary>The ports of the storage emulator.</summary>
internal sealed record AzuritePorts(int Blob, int Queue, int Table)
{
    public static readonly AzuritePorts Default = new(10000, 10001, 10002);

    public IReadOnlyList<int> All => [Blob, Queue, Table];
}
