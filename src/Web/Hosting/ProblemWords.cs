namespace HealthDoers.Web.Hosting;

/// <summary>Every problem says in a sentence what to do about it. English: its readers are programmers.</summary>
static class ProblemWords
{
    public static void Complete(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        problem.Detail ??= (problem.Status ?? context.HttpContext.Response.StatusCode) switch
        {
            401 => "Sign in, or send a personal token: Authorization: Bearer …",
            403 => "You may not do this.",
            404 => "There is nothing here, or it is not for you to see.",
            405 => "This address does not take that method.",
            413 => "What you sent is too large.",
            415 => "Send JSON or a form.",
            429 => "Too many requests. Wait as long as Retry-After says.",
            >= 500 => "Something broke on our side. It is in our log.",
            _ => null,
        };
    }
}
