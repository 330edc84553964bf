using HealthDoers.Web.Access.Carrying;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace HealthDoers.Web.Hosting;

/// <summary>What is posted to a handler that a page does not have leads nowhere: else the page would be drawn before anything is loaded.</summary>
sealed class KnownHandlersFilter : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context) { }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (context.HandlerMethod is null && HttpMethods.IsPost(context.HttpContext.Request.Method) && context.HttpContext.WhyShownAgain() is null)
            context.Result = new NotFoundResult();
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context) { }
}
