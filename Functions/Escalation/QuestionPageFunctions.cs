using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Attachments;
using RegelLoket.Cases;
using RegelLoket.Escalation.Pages;
using RegelLoket.Storage;
using RegelLoket.Web;
using RegelLoket.Web.Uploads;

namespace RegelLoket.Escalation;

/// <summary>The page on which a ministry reads its question and reacts.</summary>
[RoutePolicy(Audience.Public)]
public sealed class QuestionPageFunctions(MinistryReplyService service, ReactionSessions sessions, AnswerDrafts drafts,
    ContactBook contacts, AttachmentService attachments, TimeProvider clock)
{
    [Function(nameof(GetQuestionPage))]
    [RoutePolicy(Audience.Public, MaximumBodySize = UploadForm.MaximumSize, TakesFiles = true)]
    public async Task<IResult> GetQuestionPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "reactie/vraag")]
        HttpRequest request, CancellationToken cancellation)
    {
        if (await OpenedAsync(request, cancellation) is not var (code, file, question))
        {
            return sessions.Read(request) is { IsVerified: true } session
                && await service.AnsweredAsync(session.Code, cancellation) is var (answeredFile, answered)
                ? Page.Render<AnsweredPage>(new
                {
                    View = QuestionResponse.Of(answeredFile, answered),
                    Left = await drafts.LeftAsync(answeredFile, answered, cancellation),
                })
                : await ClosedAsync(request, "", cancellation);
        }

        var draft = await drafts.FindAsync(code.Case, question, cancellation);
        return await ShowAsync(file, question, draft is null ? new FormState() : ReactionForm.Of(draft), draft?.SavedAt,
            StatusCodes.Status200OK, cancellation);
    }

    [Function(nameof(PostQuestionPage))]
    [RoutePolicy(Audience.Public, MaximumBodySize = UploadForm.MaximumSize, TakesFiles = true)]
    public async Task<IResult> PostQuestionPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "reactie/vraag")] HttpRequest request, [DurableClient]
            DurableTaskClient workflows, CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        if (await OpenedAsync(request, cancellation) is not var (code, file, question))
        {
            // A second submission: the first one ended the question.
            return sessions.Read(request) is { IsVerified: true } session && ReactionForm.Read(form) is { } again
                && await service.ReactAsync(session.Code, again, workflows, cancellation) is CommandResult.Done
                ? Done(request, again.Kind)
                : await ClosedAsync(request, ReactionForm.WrittenIn(form), cancellation);
        }

        if (await AddLettersAsync(request, file, question, workflows, cancellation) is { Count: > 0 } faults)
        {
            // What was typed is shown again, so that nothing is lost by a letter that is not taken.
            form.Refuse(ReactionForm.Letter, string.Join(" ", faults));
            return await ShowAsync(file, question, form, savedAt: null, StatusCodes.Status400BadRequest, cancellation);
        }

        if (form.Value(ReactionForm.Action) == ReactionForm.Save)
        {
            return await SaveAsync(code, question, form, cancellation) is { } newer
                ? await ShowNewerAsync(file, question, form, newer, cancellation)
                : Page.SeeOther($"{EscalationRoutes.Question}?bewaard");
        }

        if (ReactionForm.Read(form) is not { } reaction)
        {
            // No known button was pressed: the input is shown again.
            form.Refuse(ReactionForm.Action, "Kies wat je met de vraag wilt doen.");
            return await ShowAsync(file, question, form, savedAt: null, StatusCodes.Status400BadRequest, cancellation);
        }

        // An answer deletes the draft too, so a colleague's newer draft is shown first.
        if (ReactionForm.HoldsAnswer(form) && await SaveAsync(code, question, form, cancellation) is { } unread)
        {
            return await ShowNewerAsync(file, question, form, unread, cancellation);
        }

        switch (await service.ReactAsync(code, reaction, workflows, cancellation))
        {
            case CommandResult.Done:
                return Done(request, reaction.Kind);
            case CommandResult.Invalid invalid:
                ReactionForm.Refuse(form, reaction.Kind, invalid.Errors);
                return await ShowAsync(file, question, form, savedAt: null, StatusCodes.Status400BadRequest, cancellation);
            case CommandResult.Refused refused:
                form.Refuse(ReactionForm.Action, refused.Reason);
                form.IsRefused = true;
                return await ShowAsync(file, question, form, savedAt: null, StatusCodes.Status409Conflict, cancellation);
            default:
                return await ClosedAsync(request, ReactionForm.WrittenIn(form), cancellation);
        }
    }

    /// <summary>Shows the result, without a session, since an answer and passing on end it.</summary>
    [Function(nameof(GetReactionDone))]
    public IResult GetReactionDone(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "reactie/klaar")] HttpRequest request) =>
        Page.Render<ReactionDonePage>(new { Kind = ReactionForm.KindOf(request.Query["soort"]) ?? ReactionKind.Answer });

    /// <summary>Adds the letters of the form; returns why some were not taken.</summary>
    private async Task<IReadOnlyList<string>> AddLettersAsync(HttpRequest request, CaseFile file, MinistryRequest question,
        DurableTaskClient workflows, CancellationToken cancellation)
    {
        var context = new CommandContext(Actor.Of(question.Ministry), clock.GetUtcNow());
        var faults = new List<string>();
        var uploaded = UploadForm.Of(request);
        foreach (var letter in uploaded.Files)
        {
            var result = await attachments.AddAsync(
                request, context, file.Number, letter, question.Ministry, workflows, cancellation);
            if (result is AttachmentResult.Refused refused)
            {
                faults.Add(UploadWords.Of(letter.Name, refused.Fault));
            }
            else if (result is AttachmentResult.NotNow refusal)
            {
                faults.Add(UploadWords.Of(letter.Name, refusal.Result));
            }
        }

        return [.. faults, .. UploadWords.OfPassedOver(uploaded)];
    }

    private Task<IResult> ClosedAsync(HttpRequest request, string written, CancellationToken cancellation) =>
        ReactionPageFunctions.ClosedAsync(request, service, drafts, sessions.Read(request), written, cancellation);

    /// <summary>
    /// Saves the draft, from which the form continues; returns a colleague's draft that was saved after the page was
    /// opened.
    /// </summary>
    private async Task<AnswerDraft?> SaveAsync(
        ReplyCode code, MinistryRequest question, FormState form, CancellationToken cancellation)
    {
        var draft = ReactionForm.DraftOf(form, clock.GetUtcNow());
        var newer = await drafts.SaveAsync(code.Case, question, draft, CommandRequest.Current?.SeenVersion, cancellation);
        if (newer is null)
        {
            form.With(FormFields.Version, draft.Version.ToString(CultureInfo.InvariantCulture));
        }

        return newer;
    }

    private Task<IResult> ShowNewerAsync(CaseFile file, MinistryRequest question, FormState form, AnswerDraft newer,
        CancellationToken cancellation)
    {
        form.Refuse(ReactionForm.Answer, NewerText.Refusal);
        form.Newer = new NewerText("Een collega", newer.SavedAt, [("Antwoord", newer.Text), .. newer.Stance is { } stance
            ? new[] { ("Waar komt het op neer?", stance.Label()) } : []]);
        return ShowAsync(file, question, form, newer.SavedAt, StatusCodes.Status409Conflict, cancellation);
    }

    private IResult Done(HttpRequest request, ReactionKind kind)
    {
        if (kind is ReactionKind.Acknowledge)
        {
            return Page.SeeOther($"{EscalationRoutes.Question}?bevestigd");
        }

        if (kind is ReactionKind.Answer or ReactionKind.NotOurs or ReactionKind.PassOn)
        {
            sessions.End(request);
        }

        return Page.SeeOther($"{EscalationRoutes.ReactionDone}?soort={kind.Slug()}");
    }

    private async Task<(ReplyCode Code, CaseFile File, MinistryRequest Request)?> OpenedAsync(
        HttpRequest request, CancellationToken cancellation) =>
        sessions.Read(request) is { IsVerified: true } session
            && await service.OpenAsync(session.Code, cancellation) is var (file, question)
            ? (session.Code, file, question) : null;

    private async Task<IResult> ShowAsync(
        CaseFile file, MinistryRequest question, FormState form, DateTimeOffset? savedAt, int status,
        CancellationToken cancellation)
    {
        var domains = (await contacts.OfAsync(question.Ministry, cancellation)).Domains;
        return Page.Render<QuestionPage>(
            new
            {
                View = QuestionResponse.Of(file, question),
                Form = form,
                SavedAt = savedAt,
                Domains = domains,
                TakesFiles = attachments.IsOpen,
                IsLate = question.IsLateOn(WorkingDays.DayOf(clock.GetUtcNow()))
            }, status);
    }
}
