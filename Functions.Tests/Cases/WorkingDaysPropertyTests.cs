using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using RegelLoket.Cases;

namespace RegelLoket.Tests.Cases;

/// <summary>What holds for working days whatever the day, the count and the settings.</summary>
[Properties(Arbitrary = [typeof(WorkingDaysPropertyTests)])]
public sealed class WorkingDaysPropertyTests
{
    private const int Most = 60;

    /// <summary>Days of twenty years, so that weekends, holidays and leap days all come by.</summary>
    public static Arbitrary<DateOnly> Day() => Gen.Choose(0, 20 * 365).Select(new DateOnly(2020, 1, 1).AddDays).ToArbitrary();

    public static Arbitrary<WorkingDays> Calendar() =>
        (from bridges in Day().Generator.ArrayOf(5)
         from every in Gen.Elements(true, false)
         select new WorkingDays(new WorkingDayOptions { BridgeDays = bridges, LiberationDayEveryYear = every })).ToArbitrary();

    [Property]
    public void IsWorkingDay_WeekendOrHoliday_IsNever(WorkingDays days, DateOnly day) =>
        Assert.False(days.IsWorkingDay(day) && (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || days.IsHoliday(day)));

    [Property]
    public void Add_AnyCount_LandsOnAWorkingDay(WorkingDays days, DateOnly day, int count)
    {
        var landed = days.Add(day, count % Most);

        Assert.True(count % Most == 0 ? landed == day : days.IsWorkingDay(landed));
        Assert.Equal(Math.Sign(count % Most), landed.CompareTo(day));
    }

    [Property]
    public void Add_LaterDayOrGreaterCount_NeverLandsEarlier(WorkingDays days, DateOnly one, DateOnly other, int count)
    {
        var (first, last) = one <= other ? (one, other) : (other, one);

        Assert.True(days.Add(first, count % Most) <= days.Add(last, count % Most));
        Assert.True(days.Add(first, count % Most) < days.Add(first, (count % Most) + 1));
    }

    [Property]
    public void Add_ThereAndBack_IsTheSameWorkingDay(WorkingDays days, DateOnly day, int count)
    {
        var start = days.OnOrAfter(day);

        Assert.Equal(start, days.Add(days.Add(start, count % Most), -(count % Most)));
        Assert.Equal(count % Most, days.Between(start, days.Add(start, count % Most)));
    }

    [Property]
    public void Between_TwoDays_IsTheSameBackwards(WorkingDays days, DateOnly one, DateOnly other) =>
        Assert.Equal(days.Between(one, other), -days.Between(other, one));

    [Property]
    public void OnOrAfter_AnyDay_IsTheNearestWorkingDay(WorkingDays days, DateOnly day)
    {
        var next = days.OnOrAfter(day);

        Assert.True(next >= day && days.IsWorkingDay(next));
        Assert.Equal(1, days.Between(day.AddDays(-1), next));
    }

    [Property]
    public void DayOf_MomentOfADay_IsThatDay(DateOnly day, TimeOnly time) =>
        Assert.Equal(day, WorkingDays.DayOf(WorkingDays.MomentOf(day, time)));
}
