using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Storage;
using RegelLoket.Tests.Cases;

namespace RegelLoket.Tests.Storage;

/// <summary>When a request is a repetition, when it would replace what its sender never saw, and how far it reaches.</summary>
public sealed class CommandRequestTests
{
    private static readonly RequestMark Mark = new("key", "content");

    [Fact]
    public void AnswerTo_FirstRequest_IsNothing()
    {
        Assert.Null(new CommandRequest { Mark = Mark }.AnswerTo(Case()));
        Assert.Null(new CommandRequest().AnswerTo(Case(Mark)));
    }

    [Fact]
    public void AnswerTo_SameKeyAndContent_IsDone() =>
        Assert.IsType<CommandResult.Done>(new CommandRequest { Mark = Mark }.AnswerTo(Case(Mark)));

    [Fact]
    public void AnswerTo_SameKeyWithOtherContent_IsRefused()
    {
        var result = new CommandRequest { Mark = Mark with { Content = "other" } }.AnswerTo(Case(Mark));

        Assert.Equal(CommandRequest.KeyInUse, Assert.IsType<CommandResult.Refused>(result).Reason);
    }

    [Fact]
    public void AnswerTo_EventThatTheRequestAppendedItself_IsNoRepetition()
    {
        var file = Case(Mark);
        var request = new CommandRequest { Mark = Mark };

        request.Appended(file);

        Assert.Null(request.AnswerTo(file));
        Assert.NotNull(new CommandRequest { Mark = Mark }.AnswerTo(file));
    }

    [Fact]
    public void For_PartOfACommand_HasAKeyOfItsOwnAndSawTheSame()
    {
        var part = new CommandRequest { Mark = Mark, SeenVersion = 7 }.For("mail");

        Assert.Equal(("key.mail", "content", 7L), (part.Mark!.Key, part.Mark.Content, part.SeenVersion));
        Assert.Null(part.AnswerTo(Case(Mark)));
        Assert.Null(new CommandRequest().For("mail").Mark);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(null, false)]
    public void UnseenIn_SharedTextThatWasReplacedAfterItWasRead_IsThatEvent(int? seen, bool isUnseen)
    {
        var file = CaseFiles.Of(CaseFiles.Reported(), Statement(1));

        var unseen = new CommandRequest { SeenVersion = seen }.UnseenIn(file, Statement(2));

        Assert.Equal(isUnseen ? (int?)2 : null, unseen?.Number);
    }

    [Fact]
    public void UnseenIn_AnotherTextOrNone_IsNothing()
    {
        var file = CaseFiles.Of(CaseFiles.Reported(), Statement(1));
        var request = new CommandRequest { SeenVersion = 1 };

        Assert.Null(request.UnseenIn(file, new NoteAdded()));
        Assert.Null(request.UnseenIn(file, CaseFiles.Drafted()));
    }

    [Fact]
    public void UnseenIn_TextThatTheRequestWroteItself_IsNothing()
    {
        var file = CaseFiles.Of(CaseFiles.Reported(), Statement(1));
        var request = new CommandRequest { SeenVersion = 1 };

        request.Appended(file);

        Assert.Null(request.UnseenIn(file, Statement(2)));
    }

    [Fact]
    public async Task Begin_InOneFlow_IsNotSeenInAnother()
    {
        var request = new CommandRequest { Mark = Mark };
        await Task.Run(() =>
        {
            request.Begin();
            Assert.Same(request, CommandRequest.Current);
            CommandRequest.Leave();
            Assert.Null(CommandRequest.Current);
            request.Begin();
        });

        Assert.NotSame(request, CommandRequest.Current);
    }

    private static StatementWritten Statement(int version) => new() { Version = version, DueOn = CaseFiles.Due };

    /// <summary>A case whose last event came from a request.</summary>
    private static CaseFile Case(RequestMark? mark = null)
    {
        var file = CaseFiles.Of(CaseFiles.Reported(), new NoteAdded());
        return file with { Events = [file.Events[0], file.Events[1] with { Request = mark }] };
    }
}
