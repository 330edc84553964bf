namespace HealthDoers.Tests;

public class FirstVisitTests(App app, Browser browser) : Journey(app, browser)
{
    [Fact]
    public async Task The_front_door_is_open()
    {
        var visitor = await Someone("visitor");
        var answer = await visitor.Page.GotoAsync("/");
        Assert.Equal(200, answer!.Status);
    }
}
