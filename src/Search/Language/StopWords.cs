using System.Collections.Frozen;

namespace HealthDoers.Search.Language;

/// <summary>Words that carry no subject. They are indexed, so that phrases hold, but a question is not about them.</summary>
static class StopWords
{
    static readonly FrozenSet<string> Words = (
        "a about after all also am an and any anyone are as at be because been before being but by can could d did do does doing don dont for from get "
        + "give had has have having he her here hers him his how i id if im in into is it its ive just know let like ll m may me more most my of on "
        + "once only or other our out over please s same she should so some such t tell than thank thanks that the their them then there these they "
        + "this those through to too up us ve very want was we were what when where which while who whom why will with would you your "
        + "al con como cual cuando de del donde el ella ellos en es esta este esto estos estas fue ha hay la las le les lo los mas me mi mis muy "
        + "no nos o para pero por que quien se ser si sin sobre su sus tambien te tengo tiene tu un una uno unos unas y ya yo")
        .Split(' ').ToFrozenSet();

    public static bool Contains(string foldedWord) => Words.Contains(foldedWord);
}
