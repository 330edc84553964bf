using System.Collections.Frozen;
using HealthDoers.Domain.CommunityOfSolutions;
using HealthDoers.Web.Data.Starter;

namespace HealthDoers.Web.Pages.About;

/// <summary>The five skills and 28 behaviours in words, by language. Read when first asked for.</summary>
sealed class SolutionWords
{
    readonly Lazy<FrozenDictionary<(string Code, string Language), SkillWords>> _skills = new(() =>
        StarterFiles.Read<SkillEntry>("skills.yaml")
            .SelectMany(s => new[] { (s.Code, "en", (SkillWords)s), (s.Code, "es", s.Es) })
            .ToFrozenDictionary(s => (s.Item1, s.Item2), s => s.Item3));

    readonly Lazy<FrozenDictionary<(int Number, string Language), string>> _behaviours = new(() =>
        StarterFiles.Read<BehaviourEntry>("behaviours.yaml")
            .SelectMany(b => new[] { (b.Number, "en", b.Text), (b.Number, "es", b.Es) })
            .ToFrozenDictionary(b => (b.Item1, b.Item2), b => b.Item3));

    public SkillWords Of(Skill skill, string language) =>
        _skills.Value.GetValueOrDefault((skill.Code, language)) ?? _skills.Value[(skill.Code, "en")];

    public string Of(Behaviour behaviour, string language) =>
        _behaviours.Value.GetValueOrDefault((behaviour.Number, language)) ?? _behaviours.Value[(behaviour.Number, "en")];

    sealed record SkillEntry : SkillWords
    {
        public string Code { get; init; } = "";
        public SkillWords Es { get; init; } = new();
    }

    sealed record BehaviourEntry
    {
        public int Number { get; init; }
        public string Text { get; init; } = "";
        public string Es { get; init; } = "";
    }
}

record SkillWords
{
    public string Name { get; init; } = "";
    public string Plain { get; init; } = "";
    public List<string> Elements { get; init; } = [];
}
