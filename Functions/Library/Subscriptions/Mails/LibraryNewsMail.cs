using Microsoft.Extensions.Options;
using RegelLoket.Cases;
using RegelLoket.Language;
using RegelLoket.Library.Items;
using RegelLoket.Library.Search;
using RegelLoket.Notifications;
using RegelLoket.Web;

namespace RegelLoket.Library.Subscriptions.Mails;

/// <summary>
/// The news of a week for one subscriber, as the library is when the mail goes. It is not sent when there is none, when
/// she stopped meanwhile, or when the mail of the next week is due.
/// </summary>
public sealed class LibraryNewsMail(
    Subscribers subscribers, SubscriberIds ids, LibraryCache shelf, WorkingDays workingDays, IOptions<SiteOptions> site,
    TimeProvider clock) : IStaffMailTemplate
{
    private const int MostLines = 20;

    public MailKind Kind => MailKind.LibraryNews;

    public async Task<(EmailAddress To, MailContent Content)?> ComposeAsync(PlannedMail plan, CancellationToken cancellation)
    {
        if (!NewsWeek.TryRead(plan.Key, out var id, out var day) || day != NewsWeek.Newest(clock.GetUtcNow(), workingDays)
            || await subscribers.FindAsync(id, cancellation) is not { } subscription)
        {
            return null;
        }

        var view = await shelf.ViewAsync(cancellation);
        var news = News.Of(view, subscription, NewsWeek.Until(day));
        var stop = Address(SubscriptionRoutes.Stop(await ids.StopCodeAsync(id, cancellation)));
        return news.Count == 0 ? null : (subscription.Email, Write(news, subscription, view, stop));
    }

    internal MailContent Write(News news, Subscription subscription, LibraryView view, Uri stop) => new()
    {
        Subject = "Nieuws uit de bibliotheek van RegelLoket",
        Ask = $"Er is nieuws over wat je volgt: {Counted(news)}.",
        Parts =
        [
            .. PartOf("Nieuw:", news.Published, LinkTo),
            .. PartOf("Gewijzigd:", news.Changed, LinkTo),
            .. PartOf("Ingetrokken:", news.Withdrawn, item => KeyValuePair.Create(
                new MailLink(item.Kind?.Label() ?? "Tekst", Address(item.Path)),
                $"{Themes(item)}We hebben deze tekst op {DutchDates.Short(item.At)} uit de bibliotheek gehaald. Gebruik hem niet meer.")),
            new MailPart.Paragraph(
                $"Je volgt: {string.Join("; ", subscription.Topics.Select(followed => followed.Topic.NameIn(view)))}."),
            new MailPart.Links([KeyValuePair.Create(
                new MailLink("Stop met deze mail", stop), "Je ziet één knop. Daarna wissen we je adres meteen.")]),
        ],
        Link = new MailLink("Open de bibliotheek", Address(SiteRoutes.Library)),
        Unsubscribe = stop,
    };

    private static string Counted(News news)
    {
        string[] counts =
        [
            .. Count(news.Published.Count, "nieuwe tekst", "nieuwe teksten"),
            .. Count(news.Changed.Count, "gewijzigde tekst", "gewijzigde teksten"),
            .. Count(news.Withdrawn.Count, "ingetrokken tekst", "ingetrokken teksten"),
        ];
        return counts is [.. var first, var last] && first.Length > 0 ? $"{string.Join(", ", first)} en {last}" : counts[0];

        static IEnumerable<string> Count(int count, string one, string more) => count == 0 ? [] : [Amount.Of(count, one, more)];
    }

    private static IEnumerable<MailPart> PartOf<T>(
        string heading, IReadOnlyList<T> items, Func<T, KeyValuePair<MailLink, string>> line) => items.Count == 0 ? [] :
    [
        new MailPart.Paragraph(heading),
        new MailPart.Links([.. items.Take(MostLines).Select(line)]),
        .. items.Count > MostLines ? [new MailPart.Paragraph($"En nog {items.Count - MostLines} in de bibliotheek.")]
            : Array.Empty<MailPart>(),
    ];

    private static string Themes(WithdrawnItem item) =>
        item.Themes.Count == 0 ? "" : $"{string.Join(", ", item.Themes.Select(theme => theme.Label()))}. ";

    private KeyValuePair<MailLink, string> LinkTo(LibraryItem item) =>
        KeyValuePair.Create(new MailLink(item.Title, Address(item.Path)), $"{item.Kind.Label()}, {DutchDates.Short(item.ModifiedAt)}.");

    private Uri Address(string path) => new(site.Value.Address, path);
}
