using System.Text.Json;
using RegelLoket.Cases;
using RegelLoket.Escalation;
using RegelLoket.Escalation.Inbound;
using RegelLoket.Notifications;
using RegelLoket.Storage;

namespace RegelLoket.Demo;

/// <summary>What ministries do with their questions: on the page behind their link, and by mail.</summary>
internal sealed class MinistrySteps(
    CaseStore cases, MinistryReplyService replies, InboundMailService inbound, ContactBook contacts, SendGridEvents reports,
    ProtectedSecrets secrets, WorkingDays calendar, TimeProvider clock)
{
    /// <summary>How many working days a ministry asks for when it asks for more time.</summary>
    private const int MoreDays = 40;

    /// <summary>Reacts with the code that the ministry's mail carries.</summary>
    public async Task<CommandResult> ReactAsync(DemoCase one, Ministry ministry, ReactionKind kind) =>
        ReplyCode.TryParse(await LinkAsync(one, ministry), out var code)
            ? await replies.ReactAsync(code, ReactionOf(one.Analysis, ministry, kind), DeskSteps.Unstarted, default)
            : new CommandResult.NotFound();

    /// <summary>Replies to the mail itself, as somebody does who sees no link.</summary>
    public async Task<CommandResult> MailAsync(DemoCase one, Ministry ministry)
    {
        var sender = $"n.jansen@{(await contacts.OfAsync(ministry, default)).Domains[0]}";
        var to = $"{ReplyAddress.LocalPartOf(one.Number, ministry, await LinkAsync(one, ministry))}@antwoord.regelloket.example";
        await inbound.TakeAsync(new InboundMail
        {
            ReceivedAt = clock.GetUtcNow(),
            Recipients = [to],
            EnvelopeFrom = sender,
            From = $"Noor Jansen <{sender}>",
            To = to,
            Subject = $"RE: Vraag over een knellende regel · {one.Number}",
            Headers = $"Message-ID: <demo-{one.Line.Sample}@{sender.Split('@')[1]}>",
            Text = $"Beste collega,\n\n{one.Analysis.Answers[ministry.Slug()]}\n\nMet vriendelijke groet,\nNoor Jansen",
            Spf = "pass",
        }, DeskSteps.Unstarted, default);
        return await NowAsync(one);
    }

    /// <summary>The mail service reports that the question did not reach the mailbox.</summary>
    public async Task<CommandResult> BounceAsync(DemoCase one, Ministry ministry)
    {
        var file = await cases.FindAsync(one.Number, default);
        var question = file!.State.RequestTo(ministry)!.Question.Event;
        await reports.TakeAsync(JsonSerializer.SerializeToUtf8Bytes(new[]
        {
            new
            {
                @event = "bounce",
                sg_event_id = $"demo-{one.Line.Sample}",
                timestamp = clock.GetUtcNow().ToUnixTimeSeconds(),
                zaaknummer = one.Number.Value,
                outboxId = $"{MailKind.QuestionToMinistry.Slug()}.{ministry.Slug()}.{question}",
            },
        }), DeskSteps.Unstarted, default);
        return await NowAsync(one);
    }

    private ReactionRequest ReactionOf(DemoAnalysis sample, Ministry ministry, ReactionKind kind) => kind switch
    {
        ReactionKind.AskBack => new() { Kind = kind, Text = "Om hoeveel mensen gaat het, en speelt dit op meer plekken?" },
        ReactionKind.MoreTime => new()
        {
            Kind = kind,
            Text = "We willen eerst met de uitvoerder overleggen.",
            Until = calendar.Add(WorkingDays.DayOf(clock.GetUtcNow()), MoreDays),
        },
        ReactionKind.NotOurs => new()
        {
            Kind = kind,
            Text = "Wij begrijpen de vraag. De regel zelf is niet van ons; de uitvoering beslist hier.",
        },
        _ => new() { Kind = kind, Text = sample.Answers[ministry.Slug()], Stance = StanceOf(sample.Outcome) },
    };

    private static AnswerStance StanceOf(OutcomeKind? outcome) => outcome switch
    {
        OutcomeKind.HetKanAl or OutcomeKind.Uitvoeringspraktijk => AnswerStance.AlreadyPossible,
        OutcomeKind.OntheffingExperiment => AnswerStance.Exemption,
        OutcomeKind.BeleidsregelAangepast or OutcomeKind.RegelingAmvbAangepast => AnswerStance.WillChange,
        OutcomeKind.BewustZo => AnswerStance.StaysAsIs,
        _ => AnswerStance.Other,
    };

    private async Task<string> LinkAsync(DemoCase one, Ministry ministry)
    {
        var file = await cases.FindAsync(one.Number, default);
        return file is not null && file.Private.Secrets.TryGetValue(EscalationService.LinkOf(ministry), out var link)
            ? secrets.Unprotect(link) : throw new InvalidDataException($"{one.Line.Sample}: no question is open at {ministry.Label()}.");
    }

    private async Task<CommandResult> NowAsync(DemoCase one) =>
        await cases.FindAsync(one.Number, default) is { } file ? new CommandResult.Done(file) : new CommandResult.NotFound();
}
