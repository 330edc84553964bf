using HealthDoers.Web.Hosting;
using HealthDoers.Web.Pages.Stories;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthDoers.Web.Pages.About;

[KeptForVisitors(PageArea.Words)]
sealed class FeedsModel(TopicList topicList) : PageModel
{
    public TopicList.Topics Topics { get; private set; } = null!;

    public async Task OnGetAsync() => Topics = await topicList.GetAsync();
}
