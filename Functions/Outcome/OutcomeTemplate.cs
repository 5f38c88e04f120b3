using RegelLoket.Cases;

namespace RegelLoket.Outcome;

/// <summary>
/// The requirements and fixed texts of an outcome. "Het kan al" is the main outcome and requires most: the rule, what
/// it says, what is allowed, and who confirmed it and when.
/// </summary>
/// <param name="Required">The parts without which the outcome cannot be determined.</param>
/// <param name="Offered">The optional parts in the form.</param>
/// <param name="Opening">The first sentence for the reporter.</param>
/// <param name="NextStep">The reporter's next step.</param>
public sealed record OutcomeTemplate(OutcomeParts Required, OutcomeParts Offered, string Opening, string NextStep)
{
    private const OutcomeParts HowItIs = OutcomeParts.Rule | OutcomeParts.RuleSays | OutcomeParts.WhatYouMay;

    private static readonly Dictionary<OutcomeKind, OutcomeTemplate> Templates = new()
    {
        [OutcomeKind.HetKanAl] = new(HowItIs | OutcomeParts.Confirmation, OutcomeParts.None,
            "Goed nieuws: wat je wilt, kan al. De regel laat er ruimte voor.",
            "Je kunt aan de slag. Loop je toch weer vast? Laat "
                + "het ons weten."),
        [OutcomeKind.EigenRegelOrganisatie] =
            new(OutcomeParts.WhatYouMay, OutcomeParts.Rule | OutcomeParts.RuleSays | OutcomeParts.Confirmation,
            "De wet vraagt dit niet. Het is een eigen regel van de organisatie.",
            "Bespreek de eigen regel in je organisatie. Je "
                + "mag deze uitkomst daarbij laten zien."),
        [OutcomeKind.RegelVervallen] = new(
            OutcomeParts.Rule, OutcomeParts.RuleSays | OutcomeParts.WhatYouMay | OutcomeParts.Confirmation,
            "De regel die je noemt, geldt niet meer.",
            "Je hoeft je hier niet meer aan te houden. Verwijst iemand er nog naar? Laat "
                + "het ons weten."),
        [OutcomeKind.Uitvoeringspraktijk] = new(
            OutcomeParts.WhatYouMay, OutcomeParts.Rule | OutcomeParts.RuleSays | OutcomeParts.Confirmation,
            "De regel geeft ruimte, maar in de uitvoering ging het strenger.", "We hebben dit met de uitvoerder besproken. "
                + "Hieronder staat wat je nu mag verwachten."),
        [OutcomeKind.OntheffingExperiment] = new(
            OutcomeParts.WhatYouMay | OutcomeParts.Term, OutcomeParts.Rule | OutcomeParts.RuleSays | OutcomeParts.Confirmation,
            "Je mag van de regel afwijken, onder voorwaarden.",
            "Je kunt er een experiment van maken. Wij denken met je mee en "
                + "delen wat je leert."),
        [OutcomeKind.BeleidsregelAangepast] = new(OutcomeParts.Change, OutcomeParts.Rule | OutcomeParts.WhatYouMay,
            "De beleidsregel is aangepast, mede door jouw melding.", "Hieronder staat wat er verandert en vanaf wanneer."),
        [OutcomeKind.RegelingAmvbAangepast] = new(OutcomeParts.Change, OutcomeParts.Rule | OutcomeParts.WhatYouMay,
            "De regeling is aangepast, mede door jouw melding.", "Hieronder staat wat er verandert en vanaf wanneer."),
        [OutcomeKind.Wetswijziging] = new(OutcomeParts.Change, OutcomeParts.Rule | OutcomeParts.WhatYouMay,
            "De wet verandert, mede door jouw melding.", "Hieronder staat wat er verandert en vanaf wanneer."),
        [OutcomeKind.BewustZo] = new(
            OutcomeParts.RuleSays, OutcomeParts.Rule | OutcomeParts.WhatYouMay | OutcomeParts.Confirmation,
            "De regel blijft zoals hij is. Daar is een reden voor.",
            "We begrijpen dat dit tegenvalt. Hieronder staat waarom de "
                + "regel zo is."),
        [OutcomeKind.NietBijDezeDrie] = new(
            OutcomeParts.ReferredTo, OutcomeParts.Rule | OutcomeParts.RuleSays | OutcomeParts.WhatYouMay,
            "Deze regel is niet van VWS, OCW of SZW. We leggen uit van wie wel.",
            "Hieronder staat waar je terechtkunt en wat je "
                + "daar kunt vragen."),
        [OutcomeKind.CaoVeldnorm] = new(OutcomeParts.ReferredTo, OutcomeParts.RuleSays | OutcomeParts.WhatYouMay,
            "Dit staat niet in de wet, maar in een cao of een afspraak van de beroepsgroep.",
            "De partijen die de afspraak maakten, "
                + "kunnen hem ook veranderen."),
        [OutcomeKind.AndereAanpakRegio] =
            new(OutcomeParts.WhatYouMay, OutcomeParts.Rule | OutcomeParts.RuleSays | OutcomeParts.Confirmation,
            "De regel hoeft niet anders. In de regio kan het op een andere manier.",
            "Hieronder staat wie je in de regio kan helpen."),
        [OutcomeKind.GeenRegelknelpunt] = new(
            OutcomeParts.None, OutcomeParts.RuleSays | OutcomeParts.WhatYouMay | OutcomeParts.ReferredTo,
            "Er is geen regel die dit tegenhoudt. De oorzaak ligt ergens anders.",
            "We leggen uit wat wij zagen en wat kan helpen."),
    };

    /// <summary>The outcomes that an analyst can choose, main one first; withdrawing is left to the reporter.</summary>
    public static IReadOnlyList<OutcomeKind> Choices { get; } = [.. EnumNames.All<OutcomeKind>().Where(Templates.ContainsKey)];

    public static OutcomeTemplate Of(OutcomeKind kind) => Templates[kind];

    public OutcomeParts Shown => Required | Offered;

    /// <summary>Returns the input without the rule, source and days that the outcome does not have.</summary>
    public OutcomeRequest OnlyItsOwn(OutcomeRequest input) => input with
    {
        Rule = Shows(OutcomeParts.Rule) ? input.Rule : null,
        ConfirmedOn = Shows(OutcomeParts.Confirmation) ? input.ConfirmedOn : null,
        PublishedIn = Shows(OutcomeParts.Change) ? input.PublishedIn : null,
        HoldsFrom = Shows(OutcomeParts.Change) || Shows(OutcomeParts.Term) ? input.HoldsFrom : null,
        HoldsUntil = Shows(OutcomeParts.Term) ? input.HoldsUntil : null,
    };

    public bool Requires(OutcomeParts part) => Required.HasFlag(part);

    public bool Shows(OutcomeParts part) => Shown.HasFlag(part);

    public bool ShowsAnyOf(OutcomeParts parts) => (Shown & parts) != 0;
}
