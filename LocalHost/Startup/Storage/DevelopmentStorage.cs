namespace LocalHost.Startup.Storage;

/// <summary>The storage emulator's account. Its name and key are public, the same on every machine.</summary>
internal static class DevelopmentStorage
{
    private const string Shorthand = "UseDevelopmentStorage=true";
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    public static bool IsNamedBy(string? connectionString) => string.IsNullOrWhiteSpace(connectionString)
        || connectionString.Trim().TrimEnd(';').Equals(Shorthand, StringComparison.OrdinalIgnoreCase);

    public static string ConnectionString(AzuritePorts ports) =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};"
        + $"BlobEndpoint=http://127.0.0.1:{ports.Blob}/{Account};"
        + $"QueueEndpoint=http://127.0.0.1:{ports.Queue}/{Account};"
        + $"TableEndpoint=http://127.0.0.1:{ports.Table}/{Account};";
}
