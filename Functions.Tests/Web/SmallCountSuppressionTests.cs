using RegelLoket.Web;

namespace RegelLoket.Tests.Web;

public sealed class SmallCountSuppressionTests
{
    [Theory]
    [InlineData(new[] { 10, 20 }, new[] { false, false })]
    [InlineData(new[] { 10, 0 }, new[] { false, false })]
    [InlineData(new[] { 4, 20, 10 }, new[] { true, false, true })]
    [InlineData(new[] { 1, 2, 10, 20 }, new[] { true, true, true, false })]
    [InlineData(new[] { 3, 4, 10 }, new[] { true, true, false })]
    [InlineData(new[] { 4 }, new[] { true })]
    public void Hidden_SmallNumbers_CannotBeWorkedOutFromTheRest(int[] numbers, bool[] expected) =>
        Assert.Equal(expected, SmallCountSuppression.Hidden(numbers, 5));

    [Fact]
    public void Hidden_ForColleagues_HidesNothing() => Assert.Equal([false, false], SmallCountSuppression.Hidden([1, 2], 0));
}
