using System.Globalization;
using RegelLoket.Cases;

namespace RegelLoket.Tests.Cases;

public sealed class WorkingDaysTests
{
    private readonly WorkingDays days = new(new WorkingDayOptions { BridgeDays = [new DateOnly(2026, 5, 15)] });

    [Theory]
    [InlineData(2024, "2024-03-31")]
    [InlineData(2025, "2025-04-20")]
    [InlineData(2026, "2026-04-05")]
    [InlineData(2027, "2027-03-28")]
    [InlineData(2038, "2038-04-25")]
    public void EasterSunday_Year_IsTheKnownDate(int year, string expected) =>
        Assert.Equal(DateOnly.Parse(expected, CultureInfo.InvariantCulture), WorkingDays.EasterSunday(year));

    [Theory]
    [InlineData("2026-01-01")] // New Year's Day
    [InlineData("2026-04-06")] // Easter Monday
    [InlineData("2026-04-27")] // King's Day
    [InlineData("2025-04-26")] // King's Day 2025: the 27th is a Sunday
    [InlineData("2025-05-05")] // Liberation Day in a lustrum year
    [InlineData("2026-05-14")] // Ascension Day
    [InlineData("2026-05-15")] // bridge day
    [InlineData("2026-05-25")] // Whit Monday
    [InlineData("2026-12-25")]
    [InlineData("2026-11-21")] // Saturday
    public void IsWorkingDay_DayOff_IsFalse(string day) =>
        Assert.False(days.IsWorkingDay(DateOnly.Parse(day, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2026-04-03")] // Good Friday
    [InlineData("2026-05-05")] // Liberation Day outside a lustrum year
    [InlineData("2025-04-28")] // the day after a moved King's Day weekend
    [InlineData("2026-12-24")]
    public void IsWorkingDay_OrdinaryDay_IsTrue(string day) =>
        Assert.True(days.IsWorkingDay(DateOnly.Parse(day, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2026-04-02", 2, "2026-04-07")] // over Easter
    [InlineData("2026-12-24", 2, "2026-12-29")] // over Christmas
    [InlineData("2026-12-31", 1, "2027-01-04")] // over the turn of the year
    [InlineData("2026-04-07", -2, "2026-04-02")]
    [InlineData("2026-04-04", 0, "2026-04-04")]
    public void Add_WorkingDays_SkipsDaysOff(string from, int count, string expected) =>
        Assert.Equal(DateOnly.Parse(expected, CultureInfo.InvariantCulture),
            days.Add(DateOnly.Parse(from, CultureInfo.InvariantCulture), count));

    [Theory]
    [InlineData("2026-12-25", "2026-12-28")] // Christmas and a weekend
    [InlineData("2027-04-24", "2027-04-26")] // a Saturday
    [InlineData("2026-11-25", "2026-11-25")]
    public void OnOrAfter_Day_IsTheFirstWorkingDayFromThere(string day, string expected) =>
        Assert.Equal(DateOnly.Parse(expected, CultureInfo.InvariantCulture),
            days.OnOrAfter(DateOnly.Parse(day, CultureInfo.InvariantCulture)));

    [Fact]
    public void Between_WhatAddGave_IsTheCount()
    {
        var random = new Random(20260427);
        for (var i = 0; i < 300; i++)
        {
            var from = new DateOnly(2025, 1, 1).AddDays(random.Next(1500));
            var count = random.Next(0, 80);
            Assert.Equal(count, days.Between(from, days.Add(from, count)));
        }
    }

    [Theory]
    [InlineData("2026-01-15T23:30:00Z", "2026-01-16")]
    [InlineData("2026-07-15T22:30:00Z", "2026-07-16")]
    [InlineData("2026-07-15T21:30:00Z", "2026-07-15")]
    public void DayOf_LateEvening_IsTheDutchDay(string moment, string expected) =>
        Assert.Equal(DateOnly.Parse(expected, CultureInfo.InvariantCulture),
            WorkingDays.DayOf(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture)));
}
