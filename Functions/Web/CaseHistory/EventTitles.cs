using System.Reflection;
using System.Text.Json.Serialization;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Language;

namespace RegelLoket.Web.CaseHistory;

/// <summary>A short title for every kind of event.</summary>
public static class EventTitles
{
    private static readonly Dictionary<Type, string> Types = typeof(CaseChange).GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToDictionary(attribute => attribute.DerivedType, attribute => (string)attribute.TypeDiscriminator!);

    /// <summary>Returns the name of the kind of event in storage and in the API.</summary>
    public static string TypeOf(CaseChange change) => Types[change.GetType()];

    public static string Of(CaseChange change) => change switch
    {
        CaseReported { SplitFrom: { } origin } => $"Deel gemaakt van melding {origin}",
        CaseReported reported => $"Melding ontvangen ({reported.Channel.Label()})",
        CaseWithdrawn => "Melding ingetrokken",
        ContextSuggested => "Suggestie gemaakt",
        CaseAssigned { To: null } => "Terug in de bak",
        CaseAssigned { From: null } assigned => $"Opgepakt door {assigned.To}",
        CaseAssigned assigned => $"Overgedragen van {assigned.From} aan {assigned.To}",
        ContextAnalysed analysed => $"Context vastgelegd: {analysed.Source.Label()}{MinistriesOf(analysed)}",
        ReporterAsked => "Vraag aan de melder, de klok staat stil",
        ReporterReplied => "Bericht van de melder",
        ReporterNotAwaited => "Verder zonder antwoord van de melder",
        ReporterMessageRead => "Bericht van de melder gelezen",
        ReporterWrittenTo => "Bericht aan de melder",
        DeskMessageRead => "Bericht gelezen door de melder",
        ReporterSilent => "De melder antwoordt niet, een collega besluit",
        CaseClosedUnanswered => "Zaak gesloten zonder antwoord van de melder",
        NoteAdded => "Notitie",
        CaseLinked linked => $"Verbonden met {linked.Other}",
        CaseUnlinked unlinked => $"Niet meer verbonden met {unlinked.Other}",
        CaseMerged merged => $"Samengevoegd met {merged.Into}",
        OtherCaseMerged merged => $"{merged.Other} hierbij gevoegd",
        CaseSplitOff split => $"Losgemaakt van {split.From}",
        OtherCaseSplitOff released => $"{released.Other} losgemaakt",
        ReportSplit split => $"Melding gesplitst, verder ook in {string.Join(", ", split.Parts)}",
        ReportSplitUndone => "Splitsing ongedaan gemaakt",
        PartTakenBack back => $"Splitsing ongedaan gemaakt, verder in {back.Into}",
        PartGoesOn going => $"Deel gaat verder, {going.From} blijft gesplitst",
        StatementWritten written => $"Probleemstelling, versie {written.Version}",
        StatementApproved approved => $"Probleemstelling versie {approved.Version} goedgekeurd",
        StatementReturned returned => $"Probleemstelling versie {returned.Version} teruggestuurd",
        CaseEscalated escalated => $"Voorgelegd aan {string.Join(", ", escalated.Requests.Select(r => r.Ministry.Label()))}",
        MinistryAcknowledged => "Ontvangst bevestigd",
        MinistryAnswered answered => answered.Late ? "Antwoord, na de termijn" : "Antwoord",
        MinistryAskedBack => "Wedervraag, de klok staat stil",
        AnalystAnsweredMinistry answered => $"Antwoord aan {answered.Ministry.Label()}",
        MinistryAskedMoreTime asked => $"Vraagt meer tijd, tot en met {DutchDates.Short(asked.Until)}",
        MoreTimeDecided decided => decided.Granted ? $"Meer tijd gegeven aan {decided.Ministry.Label()}"
            : $"Geen extra tijd voor {decided.Ministry.Label()}",
        MinistryNotOurs => "Niet bij ons",
        MinistryPassedOn => "Doorgezet naar een collega",
        MinistryMailed { Kind: { } kind and not InboundKind.Reply } mailed => $"{kind.Label()} ({mailed.Ministry.Label()})",
        MinistryMailed mailed => $"{mailed.Ministry.Label()} heeft gemaild",
        MailedAnswerRefused refused => $"Mail van {refused.Ministry.Label()} bekeken, niet overgenomen",
        QuestionTermRenewed renewed =>
            $"Mail ging later weg: {renewed.Ministry.Label()} krijgt tot en met {DutchDates.Short(renewed.ReplyBefore)}",
        MinistrySilent silent =>
            $"{silent.Ministry.Label()} heeft nog niet geantwoord, de termijn was {DutchDates.Short(silent.ReplyBefore)}",
        MinistryPageLocked locked => $"Pagina van {locked.Ministry.Label()} op slot: te veel toegangscodes geprobeerd",
        ContradictionExplained => "Uitgelegd hoe de antwoorden samengaan",
        OutcomeDetermined determined => $"Uitkomst: {determined.Outcome.Label()}",
        OutcomeDisputed => "De melder is het niet eens met de uitkomst",
        DisputeSettled => "Antwoord aan de melder, de uitkomst blijft",
        CaseReopened { NotNoticed: { } no, Answers: { } all } =>
            $"Zaak heropend door het loket: {no} van de {all} merken er niets van",
        CaseReopened => "Zaak heropend",
        CaseClosed => "Zaak gesloten",
        EffectAsked asked => $"Gevraagd naar het effect: {asked.Moment.Label().ToLowerInvariant()}",
        EffectAnswered answered =>
            $"Effect {answered.Moment.Label().ToLowerInvariant()}: {answered.Noticed.Label().ToLowerInvariant()}",
        FollowerEffectAnswered answered =>
            $"Effect {answered.Moment.Label().ToLowerInvariant()}, volger {answered.Follower}: "
                + $"{answered.Noticed.Label().ToLowerInvariant()}",
        PublicationDrafted drafted => $"Publieke tekst, versie {drafted.Version}",
        PublicationApproved approved => $"Publieke tekst versie {approved.Version} goedgekeurd",
        PublicationAgreed => "De melder vindt de publieke tekst goed",
        PublicationObjected => "De melder heeft bezwaar tegen de publieke tekst",
        CasePublished => "Gedeeld in de bibliotheek",
        PublicationWithdrawn => "Uit de bibliotheek gehaald",
        PublicationDraftDropped dropped => $"Publieke tekst versie {dropped.Version} vervalt, de gedeelde tekst blijft staan",
        SharingDeclined declined => $"Niet delen: {declined.Because.Label().ToLowerInvariant()}",
        PublicationReviewed reviewed =>
            $"Tekst in de bibliotheek nagekeken, geldig tot en met {DutchDates.Short(reviewed.ReviewBefore)}",
        ExperimentStarted started => $"Experiment {started.Experiment} gestart",
        ExperimentNoted noted =>
            $"Experiment {noted.Experiment}, ronde {noted.Round}: {noted.Phase.Label().ToLowerInvariant()}",
        ExperimentMeasured { Round: 0 } measured => $"Experiment {measured.Experiment}: gemeten vóór de start",
        ExperimentMeasured measured => $"Experiment {measured.Experiment}: gemeten na ronde {measured.Round}",
        ExperimentEnded ended => $"Experiment {ended.Experiment} afgerond: {ended.Result.Label().ToLowerInvariant()}",
        ExperimentDrafted drafted => $"Publieke tekst over experiment {drafted.Experiment}, versie {drafted.Version}",
        ExperimentShared shared => $"Experiment {shared.Experiment} gedeeld in de bibliotheek",
        ExperimentInvited invited =>
            $"Link naar experiment {invited.Experiment} gemaakt, geldig tot en met {DutchDates.Short(invited.ExpiresOn)}",
        ExperimentLinkRevoked revoked => $"Link naar experiment {revoked.Experiment} ingetrokken",
        ExperimentRead read => $"Experiment {read.Experiment} gelezen",
        ExperimentSilent { Reminds: true } silent => $"Stil bij experiment {silent.Experiment}, herinnering gestuurd",
        ExperimentSilent silent => $"Weer stil bij experiment {silent.Experiment}",
        ExperimentWithdrawn { NeverShared: true } kept => $"Experiment {kept.Experiment} wordt niet gedeeld",
        ExperimentWithdrawn withdrawn => $"Experiment {withdrawn.Experiment} uit de bibliotheek gehaald",
        CaseJoined { People: { } people } joined => "Speelt ook bij een andere organisatie "
            + $"({Amount.Of(people, "persoon", "mensen")}), volgnummer {joined.Follower}",
        CaseJoined joined => $"Speelt ook bij een andere organisatie, volgnummer {joined.Follower}",
        ContactChanged changed =>
            $"{(changed.Follower is null ? "De melder" : "Een volger")} "
                + $"{(changed.Reachable ? "heeft een ander e-mailadres" : "heeft het e-mailadres weggehaald")}",
        FollowCodeOffered offered => offered.Follower is null ? "Nieuwe code gestuurd naar de melder"
            : "Nieuwe code gestuurd naar een volger",
        FollowCodeRenewed renewed => renewed.Follower is null ? "Nieuwe code voor de melder" : "Nieuwe code voor een volger",
        AttachmentAdded { From: { } ministry } => $"Brief van {ministry.Label()}",
        AttachmentAdded => "Bestand van de melder",
        AttachmentRemoved => "Bestand weggehaald",
        DataErased { Of: { Part: not PersonPart.Reporter } person } erased =>
            $"Gewist: {(erased.What == ErasedData.Texts ? "gegevens en teksten" : "gegevens")} van een "
                + $"{person.Part.Label().ToLowerInvariant()}",
        DataErased erased => $"Gewist: {erased.What.Label().ToLowerInvariant()}",
        ReporterTermRenewed renewed =>
            $"Mail ging later weg: de melder kan reageren tot en met {DutchDates.Short(renewed.Until)}",
        NewDayPromised promised => $"De melder hoort uiterlijk {DutchDates.Short(promised.Until)} meer",
        MailRecorded mail =>
            $"Mail '{(EnumNames.TryParseSlug<MailKind>(mail.Kind, out var kind) ? kind.Label() : mail.Kind)}': "
            + $"{(EnumNames.TryParseSlug<MailState>(mail.State, out var state) ? state.Label().ToLowerInvariant() : mail.State)}",
        _ => TypeOf(change),
    };

    private static string MinistriesOf(ContextAnalysed analysed) =>
        analysed.Ministries.Count == 0 ? ", geen van de drie ministeries"
            : $", {string.Join(" en ", analysed.Ministries.Select(m => m.Label()))}";
}
