using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using RegelLoket.Cases;
using RegelLoket.Library.Items;
using RegelLoket.Library.Search;
using RegelLoket.Library.Subscriptions;

namespace RegelLoket.Tests.Library.Subscriptions;

/// <summary>What is news for whom, in which week, and how it is named.</summary>
public sealed class NewsTests
{
    private static readonly WorkingDays Days = new(new WorkingDayOptions());
    private static readonly DateTimeOffset Followed = new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Until = new(2026, 12, 7, 5, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_ItemsOfATheme_AreToldFromThatMomentOnAndUpToTheMailOnce()
    {
        var view = View(
            Sheet("oud", modified: Followed.AddHours(-1)), Sheet("nieuw", published: Followed.AddHours(1)),
            Sheet("gewijzigd", published: Followed.AddDays(-9), modified: Followed.AddDays(1)),
            Sheet("straks", published: Until.AddMinutes(1)), Sheet("elders", published: Followed.AddHours(1), theme: Theme.GezondWerken));

        var news = News.Of(view, Following(Topic.Of(Theme.LevenLangOntwikkelen)), Until);

        Assert.Equal(["nieuw"], news.Published.Select(item => item.Id));
        Assert.Equal(["gewijzigd"], news.Changed.Select(item => item.Id));
        Assert.Equal(0, News.Of(view, Following(Topic.Of(Theme.LevenLangOntwikkelen)) with { NewsUntil = Until }, Until).Count);
    }

    [Fact]
    public void Of_ItemThatSeveralTopicsInclude_IsToldOnce()
    {
        var item = Sheet("nieuw", published: Followed.AddHours(1));
        var subscription = Following(Topic.Of(Theme.LevenLangOntwikkelen), Topic.OfLaw("bwbr0004045"), Topic.Of(item));

        Assert.Equal(["nieuw"], News.Of(View(item), subscription, Until).Published.Select(told => told.Id));
    }

    [Fact]
    public void Of_MailThatDidNotLeave_TellsItsNewsInTheNext()
    {
        var view = View(Sheet("nieuw", published: Followed.AddHours(1)));

        Assert.Equal(1, News.Of(view, Following(Topic.OfLaw("BWBR0004045")), Until.AddDays(7)).Count);
    }

    [Fact]
    public void Of_WithdrawnItem_IsToldToWhomItConcerned()
    {
        var item = Sheet("weg", published: Followed.AddDays(-9));
        var view = View([WithdrawnItem.Of(item, Followed.AddDays(1))]);

        foreach (var topic in new[] { Topic.Of(item), Topic.Of(Theme.LevenLangOntwikkelen), Topic.OfLaw("BWBR0004045") })
        {
            Assert.Equal(["weg"], News.Of(view, Following(topic), Until).Withdrawn.Select(withdrawn => withdrawn.Id));
        }

        Assert.Equal(0, News.Of(view, Following(Topic.Of(Theme.GezondWerken)), Until).Count);
    }

    /// <summary>Subscriptions were stored under this name: by another, each subscriber would get old news once more.</summary>
    [Fact]
    public void NewsUntil_InStorage_KeepsTheNameThatItHad() => Assert.Contains("\"toldUntil\":\"2026-12-07T05:00:00",
        JsonSerializer.Serialize(Following() with { NewsUntil = Until }, SubscriptionJson.Default.Subscription),
        StringComparison.Ordinal);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(-1, 0)]
    public void Of_ItemThatLeftALaw_IsToldToWhoFollowedTheLawThen(int days, int told)
    {
        var (before, now) = (Sheet("ander", modified: Followed.AddDays(days)), Sheet("ander", modified: Followed.AddDays(2)));
        var view = View(now with { Rules = [] }, WithdrawnItem.Of(before, before.ModifiedAt));

        Assert.Equal(told, News.Of(view, Following(Topic.OfLaw("BWBR0004045")), Until).Changed.Count);
    }

    [Fact]
    public void Read_ManyMoves_KeepsTheLastOnesThatFit()
    {
        WithdrawnItem[] moves = [.. Enumerable.Range(0, 60).Select(day => WithdrawnItem.Of(Sheet("ander"), Until.AddDays(-day)))];

        var read = ItemMoves.Read(ItemMoves.Metadata(moves));

        Assert.InRange(read.Count, 10, 59);
        Assert.Equal(moves.Take(read.Count).Select(move => move.At), read.Select(move => move.At));
        Assert.Equal(["BWBR0004045"], read[0].Laws);
    }

    [Theory]
    [InlineData("2026-12-07T06:00:00Z", "2026-12-07")] // Monday, 7 o'clock in the Netherlands.
    [InlineData("2026-12-07T05:59:00Z", "2026-11-30")]
    [InlineData("2026-12-13T22:00:00Z", "2026-12-07")] // Sunday.
    [InlineData("2026-04-06T12:00:00Z", "2026-03-30")] // Easter Monday,
    [InlineData("2026-04-07T12:00:00Z", "2026-04-07")] // so that week it goes on Tuesday.
    public void Newest_AtAMoment_IsTheFirstWorkingDayOfAWeek(string now, string day) => Assert.Equal(
        DateOnly.Parse(day, CultureInfo.InvariantCulture),
        NewsWeek.Newest(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture), Days));

    [Fact]
    public void KeyOf_Week_IsReadBackAlsoOfAMailThatIsSentAgain()
    {
        var key = NewsWeek.KeyOf("abc", new DateOnly(2026, 12, 7));

        Assert.Equal("news.abc.2026-12-07", key);
        Assert.True(NewsWeek.TryRead($"{key}{MailKeys.Again}2", out var id, out var day));
        Assert.Equal(("abc", new DateOnly(2026, 12, 7)), (id, day));
        Assert.False(NewsWeek.TryRead("digest.abc.2026-12-07", out _, out _));
    }

    [Theory]
    [InlineData("thema.leven-lang-ontwikkelen", true)]
    [InlineData("wet.bwbr0004045", true)]
    [InlineData("tekst.nieuw", true)]
    [InlineData("tekst.onbekend", false)]
    [InlineData("wet.BWBR0000001", false)]
    [InlineData("thema.onbekend", false)]
    [InlineData("iets.nieuw", false)]
    [InlineData("tekst.", false)]
    [InlineData("", false)]
    public void TryParse_Topic_IsWhatTheLibraryHas(string text, bool known) =>
        Assert.Equal(known, Topic.TryParse(text, View(Sheet("nieuw")), out _));

    [Fact]
    public void With_TopicThatIsFollowedAlready_KeepsItsMoment()
    {
        var subscription = Following(Topic.OfLaw("BWBR0004045"));

        Assert.Null(subscription.With([Topic.OfLaw("bwbr0004045")], Until));
        Assert.Equal([Followed, Until], subscription.With([Topic.Of(Theme.GezondWerken), Topic.OfLaw("BWBR0004045")], Until)!
            .Topics.Select(followed => followed.Since));
    }

    [Fact]
    public void Metadata_OfAWithdrawnItem_IsReadBackAndHoldsNoText()
    {
        var withdrawn = WithdrawnItem.Of(Sheet("weg"), Until);

        var read = WithdrawnItem.Read("weg", withdrawn.Metadata(), default);

        Assert.Equal((withdrawn.At, withdrawn.Kind), (read.At, read.Kind));
        Assert.Equal(withdrawn.Themes, read.Themes);
        Assert.Equal(["BWBR0004045"], read.Laws);
        Assert.DoesNotContain("Titel", string.Concat(withdrawn.Metadata().Values), StringComparison.Ordinal);
        Assert.Equal(Until, WithdrawnItem.Read("weg", new Dictionary<string, string>(), Until).At);
    }

    [Fact]
    public void ChangedAt_AfterAWithdrawal_MovesForwardForItsKindAlone()
    {
        var sheet = Sheet("weg", modified: Until);
        var before = View(sheet);
        var after = View([WithdrawnItem.Of(sheet, Until.AddDays(1))]);

        Assert.Equal((Until, Until.AddDays(1)), (before.ChangedAt(), after.ChangedAt()));
        Assert.Equal(Until.AddDays(1), after.ChangedAt(ItemKind.Factsheet));
        Assert.Null(after.ChangedAt(ItemKind.FrontRunner));
    }

    private static Subscription Following(params Topic[] topics) => new()
    {
        Email = EmailAddress.TryParse("sam@zorg.example", out var email) ? email : throw new FormatException(),
        Topics = [.. topics.Select(topic => new FollowedTopic(topic, Followed))],
    };

    private static LibraryView View(params LibraryItem[] items) => View([], items);

    private static LibraryView View(LibraryItem item, WithdrawnItem before) => new(
        [item], FrozenDictionary<string, WithdrawnItem>.Empty, new Dictionary<string, SharedBy>(),
        moves: new Dictionary<string, IReadOnlyList<WithdrawnItem>> { [item.Id] = [before] }.ToFrozenDictionary());

    private static LibraryView View(WithdrawnItem[] withdrawn, params LibraryItem[] items) => new(
        items, withdrawn.ToFrozenDictionary(item => item.Id), new Dictionary<string, SharedBy>());

    private static Factsheet Sheet(string id, DateTimeOffset? published = null, DateTimeOffset? modified = null,
        Theme theme = Theme.LevenLangOntwikkelen) => new()
        {
            Id = id,
            Title = $"Titel {id}",
            Problem = "Probleem",
            RuleSays = "Regel",
            WhatYouMay = "Mag",
            Outcome = OutcomeKind.HetKanAl,
            Themes = [theme],
            Rules = [new PublicRule { BwbId = "BWBR0004045", CitationTitle = "Werkloosheidswet" }],
            ReviewBefore = new DateOnly(2027, 12, 1),
            PublishedAt = published ?? Followed.AddDays(-30),
            ModifiedAt = modified ?? published ?? Followed.AddDays(-30),
        };
}
