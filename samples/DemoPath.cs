using RegelLoket.Cases;
using RegelLoket.Escalation;

namespace RegelLoket.Demo;

/// <summary>Lays out the steps of a case: what happens on which working day after the report.</summary>
internal sealed class DemoPath(DeskSteps desk, MinistrySteps ministries, ReporterSteps reporter, DemoSequels sequels, DemoSplits splits)
{
    /// <summary>Working days between two answers of ministries.</summary>
    private const int BetweenAnswers = 4;

    /// <summary>Working days until the questions on the effect were asked for certain, after three and after six months.</summary>
    private const int ThreeMonths = 70;
    private const int SixMonths = 135;

    /// <summary>Returns the steps in their order.</summary>
    public IReadOnlyList<DemoStep> Of(DemoLine line, DemoSample sample) => [.. StepsOf(line, sample).OrderBy(step => step.Day)];

    private IEnumerable<DemoStep> StepsOf(DemoLine line, DemoSample sample)
    {
        var (until, pace) = (line.Until, DemoPace.Of(line.Words));
        if (until == CaseStatus.Received)
        {
            yield break;
        }

        if (until == CaseStatus.Withdrawn)
        {
            yield return new(3, reporter.WithdrawAsync);
            yield break;
        }

        var day = pace.Assign;
        yield return new(day, desk.AssignAsync);
        if (until == CaseStatus.WaitingForReporter || line.Words.Contains(DemoWord.Question))
        {
            yield return new(day += 2, desk.AskAsync);
        }

        if (until is CaseStatus.Analysing or CaseStatus.WaitingForReporter)
        {
            yield break;
        }

        if (line.Words.Contains(DemoWord.Question))
        {
            yield return new(day += 3, reporter.ReplyAsync);
        }

        if (line.Words.Contains(DemoWord.Twin))
        {
            yield return new(day + 1, sequels.MergeTwinAsync);
        }

        if (line.Words.Contains(DemoWord.Split))
        {
            foreach (var step in splits.Of(line.Sample, day + 1))
            {
                yield return step;
            }
        }

        yield return new(day += pace.Analyse, desk.AnalyseAsync);
        if (until == CaseStatus.DraftingStatement)
        {
            yield break;
        }

        yield return new(day += pace.State, desk.StateAsync);
        if (until == CaseStatus.AwaitingApproval)
        {
            yield break;
        }

        yield return new(day += pace.Approve, desk.ApproveAsync);
        if (until == CaseStatus.ReadyToDecide)
        {
            yield break;
        }

        if (sample.Analysis?.Questions.Count > 0)
        {
            day += pace.Escalate;
            foreach (var step in AtMinistries(line, sample.Analysis, day, pace))
            {
                day = Math.Max(day, step.Day);
                yield return step;
            }
        }

        if (until is CaseStatus.AtMinistries or CaseStatus.AnswersIn)
        {
            yield break;
        }

        foreach (var step in WithOutcome(line, day + pace.Conclude))
        {
            yield return step;
        }
    }

    private IEnumerable<DemoStep> AtMinistries(DemoLine line, DemoAnalysis analysis, int asked, DemoPace pace)
    {
        yield return new(asked, desk.EscalateAsync);
        var (first, isThere) = (analysis.Asked[0], line.Until == CaseStatus.AtMinistries);
        if (line.Words.Contains(DemoWord.Bounced))
        {
            yield return new(asked, one => ministries.BounceAsync(one, first));
        }

        if (line.Words.Contains(DemoWord.Mailed))
        {
            yield return new(asked + 9, one => ministries.MailAsync(one, first));
        }

        if (line.Words.Contains(DemoWord.AskedBack))
        {
            yield return new(asked + 4, one => ministries.ReactAsync(one, first, ReactionKind.AskBack));
            yield return new(isThere ? int.MaxValue : asked + 6, one => desk.AnswerMinistryAsync(one, first));
        }

        if (line.Words.Contains(DemoWord.MoreTime))
        {
            yield return new(asked + 6, one => ministries.ReactAsync(one, first, ReactionKind.MoreTime));
            yield return new(isThere ? int.MaxValue : asked + 8, one => desk.GrantTimeAsync(one, first));
        }

        // The last one still thinks in a case that is there.
        var answer = asked + pace.Answer;
        foreach (var ministry in analysis.Asked.SkipLast(isThere ? 1 : 0))
        {
            var kind = ministry == first && line.Words.Contains(DemoWord.NotOurs) ? ReactionKind.NotOurs : ReactionKind.Answer;
            yield return new(answer, one => ministries.ReactAsync(one, ministry, kind));
            answer += BetweenAnswers;
        }
    }

    private IEnumerable<DemoStep> WithOutcome(DemoLine line, int decided)
    {
        yield return new(decided, desk.ConcludeAsync);
        var words = line.Words;
        if (words.Contains(DemoWord.Disputed))
        {
            yield return new(decided + 4, reporter.DisputeAsync);
        }

        var isShared = line.Until == CaseStatus.Shared || words.Contains(DemoWord.Published) || words.Contains(DemoWord.TextWithdrawn);
        if (isShared || words.Contains(DemoWord.Drafted) || words.Contains(DemoWord.Objected))
        {
            yield return new(decided + 3, desk.DraftAsync);
        }

        if (isShared || words.Contains(DemoWord.Objected))
        {
            yield return new(decided + 4, desk.ApproveTextAsync);
            yield return new(decided + 6, isShared ? reporter.AgreeAsync : reporter.ObjectAsync);
        }

        if (isShared)
        {
            yield return new(decided + 8, desk.PublishAsync);
            foreach (var step in sequels.Of(line.Sample, decided + 8))
            {
                yield return step;
            }
        }

        if (words.Contains(DemoWord.TextWithdrawn))
        {
            yield return new(decided + 28, desk.WithdrawTextAsync);
        }

        if (line.NotShared is { } reason)
        {
            yield return new(decided + 5, one => desk.DeclineSharingAsync(one, reason));
        }

        var answered = decided + 4;
        foreach (var (moment, noticed) in line.Effects)
        {
            answered = decided + (moment == EffectMoment.ThreeMonths ? ThreeMonths : SixMonths);
            yield return new(answered, one => reporter.AnswerEffectAsync(one, moment, noticed));
        }

        if (words.Contains(DemoWord.Answered))
        {
            yield return new(answered + 5, desk.SettleAsync);
        }
    }
}
