using System.Diagnostics.CodeAnalysis;
using RegelLoket.Cases;
using RegelLoket.Library.Items;
using RegelLoket.Library.Search;

namespace RegelLoket.Library.Subscriptions;

/// <summary>
/// One thing that can be followed: a theme by its slug, a law by its <see cref="LawId"/>, or one item by its id. In a
/// form it is written as <c>thema.gezond-werken</c>.
/// </summary>
public sealed record Topic(TopicKind Kind, string Key)
{
    private const int Longest = 100;

    public static Topic Of(Theme theme) => new(TopicKind.Theme, theme.Slug());

    public static Topic OfLaw(string id) => new(TopicKind.Law, LawId.Canonical(id));

    public static Topic Of(LibraryItem item) => new(TopicKind.Item, item.Id);

    /// <summary>Reads a topic as a form writes it; false for one that the library does not have.</summary>
    public static bool TryParse(string? text, LibraryView view, [NotNullWhen(true)] out Topic? topic)
    {
        topic = TryRead(text, out var read) && read.IsIn(view) ? read : null;
        return topic is not null;
    }

    /// <summary>Reads a topic that was accepted before, whether or not the library still has it.</summary>
    internal static bool TryRead(string? text, [NotNullWhen(true)] out Topic? topic)
    {
        topic = text?.Split('.', 2) is [var kind, { Length: > 0 and <= Longest } key]
            && EnumNames.TryParseSlug<TopicKind>(kind, out var known)
            ? known == TopicKind.Law ? OfLaw(key) : new Topic(known, key) : null;
        return topic is not null;
    }

    /// <summary>Whether news on an item is news on this topic.</summary>
    public bool Includes(LibraryItem item) => Kind switch
    {
        TopicKind.Theme => item.Themes.Any(theme => theme.Slug() == Key),
        TopicKind.Law => item.Rules.Any(rule => LawId.Of(rule.BwbId, rule.CitationTitle) == Key),
        _ => item.Id == Key,
    };

    /// <summary>Whether the withdrawal of an item is news on this topic.</summary>
    public bool Includes(WithdrawnItem item) => Kind switch
    {
        TopicKind.Theme => item.Themes.Any(theme => theme.Slug() == Key),
        TopicKind.Law => item.Laws.Contains(Key),
        _ => item.Id == Key,
    };

    /// <summary>Returns the topic in words, as in "Je volgt: …".</summary>
    public string NameIn(LibraryView view) => Kind switch
    {
        TopicKind.Theme => $"het thema {(EnumNames.TryParseSlug<Theme>(Key, out var theme) ? theme.Label() : Key)}",
        TopicKind.Law => view.Items.SelectMany(item => item.Rules)
            .FirstOrDefault(rule => LawId.Of(rule.BwbId, rule.CitationTitle) == Key)?.CitationTitle ?? $"de regel {Key}",
        _ => view.Find(Key) is { } item ? $"de tekst “{item.Title}”" : "een tekst die we hebben ingetrokken",
    };

    public override string ToString() => $"{Kind.Slug()}.{Key}";

    private bool IsIn(LibraryView view) => Kind == TopicKind.Theme ? EnumNames.TryParseSlug<Theme>(Key, out _)
        : view.Items.Any(Includes);
}
