using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;

namespace LocalHost.Lokaal.Pages;

/// <summary>Encodes the values of an interpolated string of HTML.</summary>
[InterpolatedStringHandler]
internal readonly ref struct HtmlInterpolation(int literalLength, int formattedCount)
{
    private readonly StringBuilder text = new(literalLength + (formattedCount * 16));

    public void AppendLiteral(string literal) => text.Append(literal);

    public void AppendFormatted<T>(T value, string? format = null) => text.Append(value switch
    {
        Html html => html.Text,
        IEnumerable<Html> parts => string.Concat(parts),
        IFormattable formattable => HtmlEncoder.Default.Encode(formattable.ToString(format, CultureInfo.InvariantCulture)),
        _ => HtmlEncoder.Default.Encode(value?.ToString() ?? ""),
    });

    public override string ToString() => text.ToString();
}
