using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Notifications;
using RegelLoket.Tests.Cases;

namespace RegelLoket.Tests.Notifications;

/// <summary>Where a mail goes is found out when it is sent, not when it is planned.</summary>
public sealed class RecipientAddressesTests
{
    private static readonly NotificationOptions Options = new()
    {
        TeamMailbox = "team@loket.example",
        CoordinatorMailbox = "coordinatie@loket.example",
        Colleagues = new Dictionary<string, string>
        { ["Ans"] = "ans@loket.example", ["Kapot"] = "geen adres", ["2"] = "andere.ans@loket.example" },
    };

    [Theory]
    [InlineData("Ans", "ans@loket.example")]
    [InlineData("bea@loket.example", "bea@loket.example")]
    [InlineData("Iemand", "team@loket.example")]
    [InlineData("Kapot", "team@loket.example")]
    [InlineData(null, "team@loket.example")]
    public async Task OfAsync_Handler_IsTheColleagueOrElseTheTeam(string? handler, string expected) => Assert.Equal(
        expected, await OfAsync(Recipient.Handler, CaseFiles.Of(CaseFiles.Reported(), CaseFiles.AssignedTo(handler))));

    [Fact]
    public async Task OfAsync_Reporter_IsTheAddressInTheCaseOrNone()
    {
        var file = CaseFiles.Of(CaseFiles.Reported());

        Assert.Equal("melder@example.org", await OfAsync(Recipient.Reporter, file));
        Assert.Null(await OfAsync(Recipient.Following(2), file));
        Assert.Null(await OfAsync(Recipient.Reporter, file with { Private = new PrivateCase() }));
    }

    [Fact]
    public async Task OfAsync_Ministry_IsTheColleagueToWhomItWasPassedOnOrElseItsMailbox()
    {
        var file = CaseFiles.Of(CaseFiles.Reported());
        var passedOn = file with
        { Private = file.Private.WithAddress(RecipientAddresses.ColleagueOf(Ministry.Vws), AddressOf("collega@vws.example")) };

        Assert.Equal("vws@mailboxes.example", await OfAsync(Recipient.Of(Ministry.Vws), file));
        Assert.Equal("collega@vws.example", await OfAsync(Recipient.Of(Ministry.Vws), passedOn));
        Assert.Equal("ocw@mailboxes.example", await OfAsync(Recipient.Of(Ministry.Ocw), passedOn));
        Assert.Equal("tweede@mailboxes.example", await OfAsync(Recipient.SecondContactOf(Ministry.Vws), passedOn));
        Assert.Null(await OfAsync(Recipient.SecondContactOf(Ministry.Ocw), passedOn));
        Assert.Null(await OfAsync(Recipient.AddressInCase(Ministry.Vws, "access.vws.1"), passedOn));
    }

    [Fact]
    public async Task OfDesk_CoordinatorsAndAnalysts_AreThoseOfTheSettings()
    {
        Assert.Equal("coordinatie@loket.example", await OfAsync(Recipient.Coordinators, CaseFiles.Of(CaseFiles.Reported())));
        Assert.Equal("ans@loket.example", Addresses().OfDesk(Recipient.Analyst("Ans"))?.Value);
        Assert.Equal("team@loket.example", Addresses().OfDesk(Recipient.Analyst(null))?.Value);
    }

    [Theory]
    [InlineData("Ans", "1", "ans@loket.example")]
    [InlineData("Ans", "2", "andere.ans@loket.example")]
    [InlineData("Ans Nieuw", "2", "andere.ans@loket.example")]
    public async Task OfAsync_Colleague_IsKnownByIdBeforeTheName(string name, string id, string expected)
    {
        var file = CaseFiles.Of(CaseFiles.Reported(), new CaseAssigned { From = null, To = name, ToId = id });

        Assert.Equal(expected, await OfAsync(Recipient.Handler, file));
        Assert.Equal(expected, await OfAsync(Recipient.Analyst(name, id), file));
    }

    private static async Task<string?> OfAsync(Recipient to, CaseFile file) => (await Addresses().OfAsync(to, file, default))?.Value;

    private static RecipientAddresses Addresses() => new(new Mailboxes(), Microsoft.Extensions.Options.Options.Create(Options));

    private static EmailAddress AddressOf(string text) =>
        EmailAddress.TryParse(text, out var address) ? address : throw new FormatException(text);

    private sealed class Mailboxes : IMinistryMailboxes
    {
        public Task<MinistryMailboxes> OfAsync(Ministry ministry, CancellationToken cancellation) => Task.FromResult(new MinistryMailboxes(
            AddressOf($"{ministry.Slug()}@mailboxes.example"), ministry == Ministry.Vws ? AddressOf("tweede@mailboxes.example") : null));
    }
}
