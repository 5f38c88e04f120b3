using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;

namespace LocalRuntime.Hosting.Pages;

/// <summary>HTML text. Made of interpolated strings, whose holes are encoded unless they are HTML themselves.</summary>
internal sealed record Html(string Text)
{
    public static readonly Html Empty = new("");

    public static Html Of(HtmlInterpolation text) => new(text.ToString());

    public static Html Join(IEnumerable<Html> parts) => new(string.Concat(parts.Select(part => part.Text)));

    public override string ToString() => Text;
}

/// <summary>Encodes what is put into HTML.</summary>
[InterpolatedStringHandler]
internal readonly ref struct HtmlInterpolation(int literalLength, int formattedCount)
{
    private readonly StringBuilder text = new(literalLength + (formattedCount * 16));

    public void AppendLiteral(string literal) => text.Append(literal);

    public void AppendFormatted(Html html) => text.Append(html.Text);

    public void AppendFormatted(IEnumerable<Html> parts)
    {
        foreach (var part in parts)
        {
            text.Append(part.Text);
        }
    }

    public void AppendFormatted<T>(T value, string? format = null)
    {
        var plain = value is IFormattable formattable ? formattable.ToString(format, CultureInfo.InvariantCulture) : value?.ToString();
        text.Append(HtmlEncoder.Default.Encode(plain ?? ""));
    }

    public override string ToString() => text.ToString();
}
