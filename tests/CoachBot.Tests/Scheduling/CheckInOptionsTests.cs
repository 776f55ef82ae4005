using CoachBot.Scheduling;
using CoachBot.Tests.Support;
using Microsoft.Extensions.Configuration;

namespace CoachBot.Tests.Scheduling;

public sealed class CheckInOptionsTests
{
    [Theory]
    [InlineData("Enabled", "perhaps", "true or false")]
    [InlineData("SweepEvery", "00:00:00.05", "a time from 00:00:00.1000000 to 00:10:00")]
    [InlineData("SweepEvery", "00:11:00", "a time from 00:00:00.1000000 to 00:10:00")]
    [InlineData("MaxLateness", "00:00:59", "a time from 00:01:00 to 12:00:00")]
    [InlineData("MaxLateness", "3", "a time from 00:01:00 to 12:00:00")] // three days
    [InlineData("BusyFor", "soon", "a time from 00:00:01 to 01:00:00")]
    [InlineData("TakeOverAfter", "00:00:14", "a time from 00:00:15 to 01:00:00")]
    [InlineData("AlertAfter", "-00:05:00", "a time from 00:00:01 to 12:00:00")]
    [InlineData("TenantRate", "0", "a number above 0, up to 10000")]
    [InlineData("WorkspaceRate", "NaN", "a number above 0, up to 10000")]
    [InlineData("Workers", "257", "a whole number from 1 to 256")]
    [InlineData("Workers", "99999999999", "a whole number from 1 to 256")]
    [InlineData("LedgerDays", "6", "a whole number from 7 to 3650")]
    public void A_value_out_of_its_range_is_named_with_the_range(string name, string value, string expected)
    {
        var mistake = Assert.Throws<SettingsException>(() => Read(name, value));

        Assert.Equal($"CheckIns:{name} is '{value}'; it must be {expected}.", mistake.Message);
    }

    [Fact]
    public void The_ends_of_a_range_belong_to_it()
    {
        Assert.Equal(256, Read("Workers", "256").Workers);
        Assert.Equal(TimeSpan.FromMinutes(1), Read("MaxLateness", "00:01:00").MaxLateness);
        Assert.Equal(TimeSpan.FromHours(12), Read("MaxLateness", "12:00:00").MaxLateness);
    }

    [Fact]
    public async Task A_host_says_it_in_one_line_and_does_not_start()
    {
        var (exitCode, _, errors) = await HostProcess.RunAsync(["serve", "--CheckIns:Workers=0", "--Storage:Provider=Memory", "--urls=http://127.0.0.1:0"]);

        Assert.Equal((1, "CheckIns:Workers is '0'; it must be a whole number from 1 to 256."), (exitCode, errors.Trim()));
    }

    private static CheckInOptions Read(string name, string value) => CheckInOptions.Read(
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string> { [$"CheckIns:{name}"] = value }).Build());
}
