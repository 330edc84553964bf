using System.Globalization;
using HealthDoers.Domain.Ideas;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.Shared;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Ideas.Spread;

/// <summary>What a node of the spread tree says, in the reader's language; the words of who tried it stay in theirs.</summary>
sealed class SpreadWords(IStringLocalizer<IdeasText> text, IStringLocalizer<SharedText> shared)
{
    public string Who(SpreadTree.Node node) => node.IsAnonymous ? text["Anonymous"] : node.Adaptation.Plan.Who;

    public string Standing(SpreadTree.Node node) => node.HasStopped ? text["StandingStopped"] : shared[BrightSpot.WordKey(node.Standing)];

    /// <summary>"Better: late arrivals a week 14 to 9".</summary>
    public string WhatHappened(SpreadTree.Node node)
    {
        if (node.Latest is not { } outcome)
            return text["NothingToldYet"];
        var result = text["Result" + outcome.Result].Value;
        return !node.IsAnonymous && outcome.Told.Numbers.FirstOrDefault() is { } number ? $"{result}: {Number(number)}" : result;
    }

    public string Number(OutcomeNumber number) => number.Before is { } before
        ? text["NumberFromTo", number.What, Said(before), Said(number.After)]
        : text["NumberNow", number.What, Said(number.After)];

    public string Column(int generation) => generation switch
    {
        0 => text["ColumnIdea"],
        1 => text["ColumnFirst"],
        2 => text["ColumnSecond"],
        _ => text["ColumnNext", generation],
    };

    static string Said(decimal number) => number.ToString("#,0.####", CultureInfo.CurrentCulture);
}
