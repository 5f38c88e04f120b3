using System.Globalization;

namespace RegelLoket.Language;

/// <summary>A number and the word that it counts, which agree: <c>1 zaak</c>, <c>2 zaken</c>.</summary>
public static class Amount
{
    public static string Of(int number, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {(number == 1 ? one : many)}");
}
