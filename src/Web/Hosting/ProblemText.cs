namespace HealthDoers.Web.Hosting;

/// <summary>Names the words of problem details: <c>Title404</c>, <c>Detail404</c>.</summary>
public sealed class ProblemText;
