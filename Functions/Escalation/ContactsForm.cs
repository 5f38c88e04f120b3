using System.Globalization;
using RegelLoket.Cases;
using RegelLoket.Web;

namespace RegelLoket.Escalation;

/// <summary>The coordinator's form with the contacts of a ministry.</summary>
public static class ContactsForm
{
    /// <summary>The maximum number of domains, and of executive bodies.</summary>
    internal const int MostLines = 50;

    private static readonly (string Field, Func<ReminderOffsets, int> Get)[] Steps =
    [
        ("vooraf", s => -s.Before), ("opDeDag", s => s.OnTheDay), ("erna", s => s.After), ("coordinator", s => s.Coordinator),
        ("tweedeContact", s => s.SecondContact),
    ];

    public static FormState Of(MinistryContacts contacts)
    {
        var form = new FormState()
            .With("versie", Text(contacts.Version))
            .With("postbus", contacts.Mailbox.Value)
            .With("tweede", contacts.SecondContact?.Value)
            .With("domeinen", string.Join('\n', contacts.Domains))
            .With("uitvoerders", string.Join('\n', contacts.ExecutiveBodies))
            .With("termijn", Text(contacts.AnswerTerm));
        return Steps.Aggregate(form, (f, step) => f.With(step.Field, Text(step.Get(contacts.Reminders))));
    }

    /// <summary>Parses the typed contacts; null when there are errors, which the form then shows.</summary>
    public static MinistryContacts? Read(FormState form, Ministry ministry)
    {
        var mailbox = Address(form, "postbus", required: true);
        var second = Address(form, "tweede", required: false);
        var domains = Lines(form, "domeinen", "domeinen").Select(d => d.TrimStart('@').ToLowerInvariant()).ToList();
        if (domains.Count == 0 || domains.Any(d => Uri.CheckHostName(d) != UriHostNameType.Dns
            || !d.Contains('.', StringComparison.Ordinal)))
        {
            form.Refuse("domeinen", "Vul ten minste één domein in, zoals minvws.nl. Eén per regel.");
        }

        var contacts = new MinistryContacts
        {
            Ministry = ministry,
            Version = int.TryParse(form.Value("versie"), CultureInfo.InvariantCulture, out var version) ? version : 0,
            Mailbox = mailbox ?? ContactBook.Default(ministry).Mailbox,
            SecondContact = second,
            Domains = domains,
            ExecutiveBodies = Lines(form, "uitvoerders", "uitvoerders"),
            AnswerTerm = Number(form, "termijn", 1, 250),
            Reminders = new ReminderOffsets
            {
                Before = -Number(form, "vooraf", 1, 60),
                OnTheDay = Number(form, "opDeDag", 0, 5),
                After = Number(form, "erna", 1, 60),
                Coordinator = Number(form, "coordinator", 1, 120),
                SecondContact = Number(form, "tweedeContact", 1, 180),
            },
        };
        if (form.IsValid && !contacts.Reminders.IsOrdered)
        {
            form.Refuse("vooraf", "Zet de stappen in volgorde: elke stap komt na de vorige.");
        }

        foreach (var (field, address) in new[] { ("postbus", mailbox), ("tweede", second) })
        {
            if (address is not null && domains.Count > 0 && !contacts.Owns(address))
            {
                form.Refuse(field, "Dit adres hoort bij geen van de domeinen hieronder.");
            }
        }

        return form.IsValid ? contacts : null;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static EmailAddress? Address(FormState form, string field, bool required)
    {
        if (EmailAddress.TryParse(form.Value(field), out var address, out var fault)
            || (!required && form.Value(field).Length == 0))
        {
            return address;
        }

        form.Refuse(field, fault);
        return null;
    }

    private static List<string> Lines(FormState form, string field, string what)
    {
        var lines = form.Value(field).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lines.Length > MostLines)
        {
            form.Refuse(field, $"Hoogstens {MostLines} {what} passen hier, nu zijn het er {lines.Length}. Haal er een paar weg.");
        }

        return [.. lines];
    }

    private static int Number(FormState form, string field, int minimum, int maximum)
    {
        if (int.TryParse(form.Value(field), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= minimum && number <= maximum)
        {
            return number;
        }

        form.Refuse(field, $"Vul een heel getal in, van {minimum} tot en met {maximum}.");
        return minimum;
    }
}
