namespace LocalHost.Lokaal.Pages;

/// <summary>HTML text, made of interpolated strings whose values are encoded unless they are HTML themselves.</summary>
internal sealed record Html(string Text)
{
    public static readonly Html Empty = new("");

    public static Html Of(HtmlInterpolation text) => new(text.ToString());

    public override string ToString() => Text;
}
