using System.Diagnostics;

namespace RegelLoket.Tests.Infra;

/// <summary>What <c>infra/check-environment.mjs</c> says before anything is made.</summary>
public sealed class EnvironmentCheckTests
{
    private static readonly Dictionary<string, string> Whole = new()
    {
        ["AZURE_ENV_NAME"] = "regelloket-test",
        ["AZURE_LOCATION"] = "westeurope",
        ["AZURE_PRINCIPAL_ID"] = "00000000-0000-0000-0000-000000000001",
        ["REGELLOKET_ALERT_EMAIL"] = "beheer@voorbeeld.nl",
        ["REGELLOKET_SIGN_IN_CLIENT_ID"] = "00000000-0000-0000-0000-000000000002",
        ["REGELLOKET_SITE_EMAIL"] = "loket@voorbeeld.nl",
        ["REGELLOKET_SITE_TELEPHONE"] = "030 123 45 67",
        ["REGELLOKET_TEAM_MAILBOX"] = "analisten@voorbeeld.nl",
        ["REGELLOKET_COORDINATOR_MAILBOX"] = "coordinatie@voorbeeld.nl",
        ["REGELLOKET_MAIL_FROM"] = "loket@voorbeeld.nl",
        ["REGELLOKET_STAGE"] = "test",
        ["REGELLOKET_ALLOWED_MAIL_DOMAINS"] = "voorbeeld.nl,proef.voorbeeld.nl",
    };

    [Theory]
    [InlineData("REGELLOKET_STAGE", "test")]
    [InlineData("REGELLOKET_STAGE", "")]
    [InlineData("REGELLOKET_SMTP_HOST", "mail.voorbeeld.nl")]
    [InlineData("REGELLOKET_SMTP_PORT", "465")]
    [InlineData("REGELLOKET_INBOUND_MAIL_DOMAIN", "antwoord.voorbeeld.nl")]
    public void Check_WholeEnvironment_FindsNothing(string name, string value) => Assert.Equal((0, ""), Check((name, value)));

    [Theory]
    [InlineData("REGELLOKET_ALLOWED_MAIL_DOMAINS", "")]
    [InlineData("REGELLOKET_ALLOWED_MAIL_DOMAINS", "voorbeeld.nl, proef.voorbeeld.nl")]
    [InlineData("REGELLOKET_ALLOWED_MAIL_DOMAINS", "ans@voorbeeld.nl")]
    [InlineData("REGELLOKET_SMTP_HOST", "smtp://mail.voorbeeld.nl")]
    [InlineData("REGELLOKET_SMTP_PORT", "tls")]
    [InlineData("REGELLOKET_INBOUND_MAIL_DOMAIN", "@antwoord.voorbeeld.nl")]
    [InlineData("REGELLOKET_MAIL_FROM", "")]
    public void Check_WhatIsMissingOrWrong_IsNamed(string name, string value)
    {
        var (exitCode, faults) = Check((name, value));

        Assert.Equal(1, exitCode);
        Assert.StartsWith(name, Assert.Single(faults.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public void Check_Production_NeedsNoDomains() =>
        Assert.Equal((0, ""), Check(("REGELLOKET_STAGE", "production"), ("REGELLOKET_ALLOWED_MAIL_DOMAINS", "")));

    private static (int ExitCode, string Faults) Check(params (string Name, string Value)[] changes)
    {
        var start = new ProcessStartInfo("node", [Repository.File("infra/check-environment.mjs")]) { RedirectStandardError = true };
        foreach (var (name, value) in Whole.Select(variable => (variable.Key, variable.Value)).Concat(changes))
        {
            start.Environment[name] = value;
        }

        using var node = Process.Start(start)!;
        var faults = node.StandardError.ReadToEnd();
        node.WaitForExit();
        return (node.ExitCode, faults);
    }
}
