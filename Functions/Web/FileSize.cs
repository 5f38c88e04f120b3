using System.Globalization;

namespace RegelLoket.Web;

/// <summary>The size of a file in words: <c>640 kB</c>, <c>2,4 MB</c>.</summary>
public static class FileSize
{
    private const int Kilo = 1024;

    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    public static string Of(long bytes) => bytes < Kilo * Kilo
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, (bytes + Kilo - 1) / Kilo)} kB")
        : string.Create(Dutch, $"{(double)bytes / (Kilo * Kilo):0.#} MB");
}
