using RegelLoket.Cases;
using RegelLoket.Escalation;
using RegelLoket.Web;

namespace RegelLoket.Tests.Escalation;

public sealed class ContactsFormTests
{
    [Fact]
    public void Read_FormOfContacts_IsThoseContacts()
    {
        var contacts = new MinistryContacts
        {
            Ministry = Ministry.Vws,
            Version = 3,
            Mailbox = AddressOf("post@minvws.example"),
            SecondContact = AddressOf("tweede@beleid.minvws.example"),
            Domains = ["minvws.example", "rivm.example"],
            ExecutiveBodies = ["igj", "ciz"],
            AnswerTerm = 25,
            Reminders = new ReminderOffsets { Before = -4, OnTheDay = 1, After = 3, Coordinator = 8, SecondContact = 12 },
        };

        var read = ContactsForm.Read(ContactsForm.Of(contacts), Ministry.Vws)!;

        Assert.Equal(
            (contacts.Version, contacts.Mailbox, contacts.SecondContact, contacts.AnswerTerm, contacts.Reminders),
            (read.Version, read.Mailbox, read.SecondContact, read.AnswerTerm, read.Reminders));
        Assert.Equal(contacts.Domains, read.Domains);
        Assert.Equal(contacts.ExecutiveBodies, read.ExecutiveBodies);
    }

    [Fact]
    public void Read_DomainsAsPeopleTypeThem_AreCleaned()
    {
        var read = ContactsForm.Read(Right().With("domeinen", "@MinVWS.example\n\n  rivm.example "), Ministry.Vws)!;

        Assert.Equal(["minvws.example", "rivm.example"], read.Domains);
        Assert.Null(read.SecondContact);
    }

    [Theory]
    [InlineData("postbus", "")]
    [InlineData("postbus", "geen adres")]
    [InlineData("postbus", "post@elders.example")]
    [InlineData("tweede", "post@evilminvws.example")]
    [InlineData("tweede", "geen adres")]
    [InlineData("domeinen", "minvws")]
    [InlineData("domeinen", "min vws.example")]
    [InlineData("termijn", "0")]
    [InlineData("termijn", "251")]
    [InlineData("termijn", "tien")]
    [InlineData("vooraf", "-5")]
    [InlineData("vooraf", "61")]
    [InlineData("opDeDag", "6")]
    [InlineData("erna", "0")]
    [InlineData("coordinator", "")]
    [InlineData("tweedeContact", "181")]
    public void Read_WrongField_IsShownThere(string field, string typed)
    {
        var form = Right().With(field, typed);

        Assert.Null(ContactsForm.Read(form, Ministry.Vws));
        Assert.Contains(field, form.Errors.Keys);
    }

    [Theory]
    [InlineData("domeinen")]
    [InlineData("uitvoerders")]
    public void Read_MoreLinesThanFit_NamesTheLimitAndKeepsThemAll(string field)
    {
        var typed = string.Join('\n', Enumerable.Range(1, 51).Select(i => $"dienst{i}.example").Append("minvws.example"));
        var form = Right().With(field, typed);

        Assert.Null(ContactsForm.Read(form, Ministry.Vws));
        Assert.Contains("Hoogstens 50", form.Error(field), StringComparison.Ordinal);
        Assert.Contains("52", form.Error(field), StringComparison.Ordinal);
        Assert.Equal(typed, form.Value(field));
    }

    [Theory]
    [InlineData("coordinator", "5")]
    [InlineData("tweedeContact", "9")]
    public void Read_StepsThatDoNotFollowEachOther_IsShownAtTheFirst(string field, string typed)
    {
        var form = Right().With(field, typed);

        Assert.Null(ContactsForm.Read(form, Ministry.Vws));
        Assert.Equal(["vooraf"], form.Errors.Keys);
    }

    private static FormState Right() => new FormState().With("postbus", "post@minvws.example").With("domeinen", "minvws.example")
        .With("termijn", "20").With("vooraf", "5").With("opDeDag", "0").With("erna", "5").With("coordinator", "10")
        .With("tweedeContact", "15");

    private static EmailAddress AddressOf(string text) =>
        EmailAddress.TryParse(text, out var address) ? address : throw new FormatException(text);
}
