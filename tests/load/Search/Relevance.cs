namespace HealthDoers.Load.Search;

/// <summary>How well one answer fits the judgements. A question that no document answers counts 0, whatever is found.</summary>
/// <param name="Ndcg">At 10, with gains of 2 to the grade less 1.</param>
/// <param name="Recall">At 100.</param>
/// <param name="Reciprocal">One over the place of the first good answer.</param>
readonly record struct Relevance(double Ndcg, double Recall, double Reciprocal)
{
    public static Relevance Of(IReadOnlyList<string> answer, IReadOnlyDictionary<string, int> judged)
    {
        if (judged.Count == 0)
            return default;
        var gained = answer.Take(10).Select((id, at) => Gain(judged.GetValueOrDefault(id), at)).Sum();
        var ideal = judged.Values.OrderDescending().Take(10).Select(Gain).Sum();
        var first = answer.ToList().FindIndex(judged.ContainsKey);
        return new(gained / ideal, answer.Count(judged.ContainsKey) / (double)judged.Count, first < 0 ? 0 : 1.0 / (first + 1));
    }

    public static Relevance Mean(IReadOnlyCollection<Relevance> all) => new(all.Average(one => one.Ndcg), all.Average(one => one.Recall), all.Average(one => one.Reciprocal));

    static double Gain(int grade, int at) => (Math.Pow(2, grade) - 1) / Math.Log2(at + 2);
}
