using RegelLoket.Escalation.Inbound;

namespace RegelLoket.Tests.Escalation.Inbound;

public sealed class AutomaticMailTests
{
    [Theory]
    [InlineData("Auto-Submitted: auto-replied")]
    [InlineData("auto-submitted:\n auto-replied (vacation)")]
    [InlineData("Auto-Submitted: auto-generated; owner-email=\"x@y.example\"")]
    [InlineData("Content-Type: multipart/report; report-type=delivery-status; boundary=\"x\"")]
    [InlineData("Content-Type: multipart/report;\n report-type=disposition-notification;\n boundary=\"x\"")]
    [InlineData("Precedence: auto_reply")]
    [InlineData("X-Autoreply: yes")]
    [InlineData("X-Failed-Recipients: postbus@minszw.example")]
    [InlineData("Return-Path: <>")]
    public void Is_WhatNoPersonWrote_SaysSo(string header) =>
        Assert.True(AutomaticMail.Is(SampleMails.MailOf("Ik ben er niet.", headers: $"From: a@b.example\n{header}\nSubject: x\n")));

    [Theory]
    [InlineData("Auto-Submitted: no")]
    [InlineData("auto-submitted: No (really)")]
    [InlineData("Content-Type: multipart/mixed; boundary=\"x\"")]
    [InlineData("Subject: Automatisch antwoord: ik ben er niet")]
    [InlineData("X-Auto-Response-Suppress: All")]
    [InlineData("X-Auto-Response-Suppress: DR, OOF, AutoReply")]
    [InlineData("Precedence: normal")]
    [InlineData("Precedence: bulk")]
    [InlineData("Precedence: list")]
    [InlineData("Return-Path: <a@b.example>")]
    [InlineData("dit is geen kop")]
    public void Is_WhatAPersonWrote_SaysNo(string header) =>
        Assert.False(AutomaticMail.Is(SampleMails.MailOf("Ik ben afwezig, maar het mag.", headers: $"From: a@b.example\n{header}\n")));

    [Fact]
    public void Is_WithoutASenderInItsEnvelope_IsABounce() =>
        Assert.True(AutomaticMail.Is(SampleMails.MailOf("x") with { EnvelopeFrom = "" }));
}
