using RegelLoket.Cases;

namespace RegelLoket.Web.Handouts;

/// <summary>Puts a handout in blocks, in reading order: the page and the PDF show exactly these.</summary>
internal static class HandoutBlocks
{
    public static IReadOnlyList<HandoutBlock> Of(Handout handout, SiteOptions site) =>
    [
        new(HandoutStyle.Kicker, "RegelLoket, van het Actie Leer Netwerk"),
        new(HandoutStyle.Title, handout.Title),
        new(HandoutStyle.Lead, OpeningOf(handout)),
        new(HandoutStyle.Text,
            $"{(handout.PublicPath is null ? "Antwoord van" : "Bijgewerkt op")} {DutchDates.Short(handout.AnsweredOn)}."),
        .. handout.IsStale
            ? [new HandoutBlock(HandoutStyle.Text, "Let op: dit is mogelijk verouderd. Kijk de regel na voordat je erop vertrouwt.")]
            : Array.Empty<HandoutBlock>(),
        .. handout.LookedAtAgainSince is { } since
            ? [new HandoutBlock(HandoutStyle.Text, $"Let op: sinds {DutchDates.Short(since)} kijken we hier opnieuw naar. "
                + "Het antwoord kan nog veranderen. Overleg met ons voordat je erop vertrouwt.")]
            : Array.Empty<HandoutBlock>(),
        .. RulesOf(handout),
        .. handout.Parts.SelectMany(part => ParagraphsOf(part.Text).Prepend(new HandoutBlock(HandoutStyle.Heading, part.Heading))),
        new(HandoutStyle.Heading, "Meer weten?"),
        .. handout.PublicPath is { } path
            ? [Link("Lees dit antwoord op", new Uri(site.Address, path))] : Array.Empty<HandoutBlock>(),
        Link("Stel je vraag via", new Uri(site.Address, SiteRoutes.Contact)),
        new(HandoutStyle.Text, $"Mail {site.Email} of bel {site.Telephone}."),
        .. handout.IsVeiled
            ? [new HandoutBlock(HandoutStyle.Small, $"Waar {Handout.LeftOut} staat, stond iets uit de melding zelf.")]
            : Array.Empty<HandoutBlock>(),
        new(HandoutStyle.Small, "Dit blad gaat over de regel. Wie de vraag stelde, staat er niet op."),
    ];

    /// <summary>Returns the citation of a rule with the day on which a person looked it up, or that nobody did.</summary>
    internal static string Cite(RuleReference rule)
    {
        var article = rule.Article switch
        {
            null or "" => "",
            var given when given.StartsWith("art", StringComparison.OrdinalIgnoreCase) || given.StartsWith('§') => $", {given}",
            var given => $", artikel {given}",
        };
        return $"{rule.CitationTitle}{article} ({DutchDates.Checked(rule.CheckedOn)}).";
    }

    private static IEnumerable<HandoutBlock> RulesOf(Handout handout)
    {
        if (handout.Rules.Count > 0)
        {
            yield return new(HandoutStyle.Heading, "Om welke regel gaat het?");
        }

        foreach (var rule in handout.Rules)
        {
            yield return new(HandoutStyle.Text, Cite(rule));
            if (LawId.SourceOf(rule.BwbId) is { } source)
            {
                yield return Link("De tekst staat op", source);
            }
        }
    }

    private static HandoutBlock Link(string before, Uri address) => new(HandoutStyle.Text, $"{before} {address.AbsoluteUri}", address);

    /// <summary>Makes a paragraph of every line that a person wrote.</summary>
    private static IEnumerable<HandoutBlock> ParagraphsOf(string text) =>
        text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(line => new HandoutBlock(HandoutStyle.Text, line.Replace('\t', ' ')));

    /// <summary>Says the outcome to somebody who knows nothing of the report.</summary>
    private static string OpeningOf(Handout handout) => handout.Outcome switch
    {
        OutcomeKind.HetKanAl => "Dit kan al. De regel laat er ruimte voor.",
        OutcomeKind.EigenRegelOrganisatie => "De wet vraagt dit niet. Het is een eigen regel van een organisatie.",
        OutcomeKind.RegelVervallen => "Deze regel geldt niet meer.",
        OutcomeKind.Uitvoeringspraktijk => "De regel geeft ruimte. In de uitvoering ging het strenger dan nodig.",
        OutcomeKind.OntheffingExperiment => "Afwijken van de regel mag, onder voorwaarden.",
        OutcomeKind.BeleidsregelAangepast => "De beleidsregel is aangepast.",
        OutcomeKind.RegelingAmvbAangepast => "De regeling is aangepast.",
        OutcomeKind.Wetswijziging => "De wet verandert.",
        OutcomeKind.BewustZo => "De regel blijft zoals hij is. Daar is een reden voor.",
        OutcomeKind.NietBijDezeDrie => "Deze regel is niet van VWS, OCW of SZW.",
        OutcomeKind.CaoVeldnorm => "Dit staat niet in de wet, maar in een cao of een afspraak van de beroepsgroep.",
        OutcomeKind.AndereAanpakRegio => "De regel hoeft niet anders. In de regio kan het op een andere manier.",
        OutcomeKind.GeenRegelknelpunt => "Er is geen regel die dit tegenhoudt.",
        var other => other.Label(),
    };
}
