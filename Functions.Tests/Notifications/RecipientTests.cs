using RegelLoket.Cases;
using RegelLoket.Notifications;

namespace RegelLoket.Tests.Notifications;

public sealed class RecipientTests
{
    [Fact]
    public void Label_OfEveryKind_IsItsOwn()
    {
        var labels = Enum.GetValues<RecipientKind>().Select(kind => new Recipient(kind, Ministry.Vws, "2").Label).ToList();

        Assert.Equal(labels.Count, labels.Distinct().Count());
    }

    [Fact]
    public void Label_OfWhoTakesPartOrJoined_IsNotThatOfTheDesk()
    {
        Assert.Equal("Deelnemer aan experiment 2", Recipient.Participating(2).Label);
        Assert.Equal("Volger 3, bij wie het ook speelt", Recipient.Following(3).Label);
    }
}
