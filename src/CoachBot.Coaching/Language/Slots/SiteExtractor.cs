using CoachBot.Coaching.Language.Grammar;

namespace CoachBot.Coaching.Language.Slots;

/// <summary>Where it hurts, each place once, with its side.</summary>
internal static class SiteExtractor
{
    private const int Reach = 4;
    private const int ReachRight = 6;

    private static readonly Dictionary<(BodySite Site, string Part), BodySite> Parts = new()
    {
        [(BodySite.Quadriceps, "back")] = BodySite.Hamstring,
        [(BodySite.Quadriceps, "inner")] = BodySite.Groin,
        [(BodySite.Quadriceps, "outer")] = BodySite.ItBand,
        [(BodySite.Calf, "front")] = BodySite.Shin,
        [(BodySite.Foot, "back")] = BodySite.Heel,
    };

    public static void Extract(Draft draft)
    {
        var items = draft.U.Items;
        var found = new List<Slot<SoreSite>>();
        var indices = new List<int>();
        for (var i = 0; i < items.Count; i++)
        {
            if (draft.Used[i] || IsPlaceName(draft, i) || SiteAt(draft, i) is not { } site || IsFine(draft, i))
                continue;

            var (side, first, end) = SideOf(draft, i);
            if (side == BodySide.Unknown && items[i].Is(WordClass.Sites))
                side = BodySide.Both;

            indices.Add(i);
            found.Add(draft.Slot(new SoreSite(site, side, Spread(draft, i)), first, end, fromWord: true));
        }

        ShareSide(draft, found, indices);
        CorrectSide(draft, found);
        found.RemoveAll(slot => slot.Value.Side == BodySide.Unknown && found.Exists(other => other.Value.Site == slot.Value.Site && other.Value.Side != BodySide.Unknown));
        draft.Result = draft.Result with { SoreSites = [.. found.DistinctBy(slot => (slot.Value.Site, slot.Value.Side))] };
    }

    /// <summary>"back" alone asks for the question before.</summary>
    private static bool IsPlaceName(Draft draft, int i) => draft.Step == DialogStep.Any && draft.U.Items.Count == 1 && draft.U.Items[i].First.Text == "back";

    private static BodySite? SiteAt(Draft draft, int i)
    {
        var item = draft.U.Items[i];
        var sense = item.Get(WordClass.Site) ?? item.Get(WordClass.Sites);
        if (sense is null)
            return null;

        var asked = draft.Step is DialogStep.Site or DialogStep.Soreness;
        if (!asked && !HasReason(draft, i))
            return null;

        return ByPart(draft, i, Enum.Parse<BodySite>(sense.Value.Replace("_", "", StringComparison.Ordinal), ignoreCase: true));
    }

    /// <summary>"the back of the right thigh" is the hamstring.</summary>
    private static BodySite ByPart(Draft draft, int i, BodySite site)
    {
        for (var near = i - 1; near >= 0 && near >= i - Reach; near--)
        {
            var item = draft.U.Items[near];
            if (item.Get(WordClass.Part) is { } part)
                return Parts.GetValueOrDefault((site, part.Value), site);

            if (!IsSmall(item) && !item.Is(WordClass.Side))
                break;
        }

        return i + 1 < draft.U.Items.Count && draft.U.Items[i + 1].Get(WordClass.Part) is { } after
            ? Parts.GetValueOrDefault((site, after.Value), site)
            : site;
    }

    /// <summary>Away from the step a part of the body counts only beside a complaint, a side or a mark.</summary>
    private static bool HasReason(Draft draft, int i)
    {
        if (draft.Result.Soreness is not null || draft.Step == DialogStep.Any && draft.U.Items.Count <= 2)
            return true;

        return draft.U.Items.Exists(item => item.Is(WordClass.Complaint) || item.Is(WordClass.SoreWord) || item.Is(WordClass.Key, "soreness"))
            || SideOf(draft, i).Side != BodySide.Unknown;
    }

    /// <summary>"calves are ok", "no knee pain".</summary>
    private static bool IsFine(Draft draft, int i)
    {
        var items = draft.U.Items;
        for (var next = i + 1; next < items.Count && next <= i + Reach; next++)
        {
            if (items[next].Number(WordClass.Grade) is { } grade)
                return grade >= 3 && !items[next].Is(WordClass.Complaint) && !GradeReader.IsNegated(draft.U, next);

            if (items[next].Is(WordClass.Complaint) && GradeReader.IsNegated(draft.U, next) && GradeReader.DegreeOf(draft.U, next) is null)
                return true;

            if (!IsSmall(items[next]) && !items[next].Is(WordClass.Side) && !items[next].Is(WordClass.Not) && !items[next].Is(WordClass.Degree))
                break;
        }

        return i > 0 && GradeReader.IsNegated(draft.U, i);
    }

    private static bool IsSmall(Reading.Item item) =>
        item.Is(WordClass.Filler) || item.Is(WordClass.Article) || item.Is(WordClass.Approx) || item.Is(WordClass.At)
            || item.Is(WordClass.From);

    private static (BodySide Side, int First, int End) SideOf(Draft draft, int i)
    {
        var items = draft.U.Items;
        for (var back = i - 1; back >= 0 && back >= i - Reach; back--)
        {
            if (items[back].Get(WordClass.Side) is { } side)
            {
                // "isquio izquierdo y glúteo derecho": each side follows its part.
                if (FollowsSite(items, back) && i + 1 < items.Count && items[i + 1].Is(WordClass.Side))
                    break;

                // "left and right calf"
                var other = back >= 2 && items[back - 1].Is(WordClass.Joiner) ? items[back - 2].Get(WordClass.Side) : null;
                return (other is null ? Parse(side.Value) : BodySide.Both, other is null ? back : back - 2, i + 1);
            }

            if (!IsSmall(items[back]) && !items[back].Is(WordClass.Complaint) && !items[back].Is(WordClass.Degree))
                break;
        }

        var numbers = false;
        for (var next = i + 1; next < items.Count && next <= i + ReachRight; next++)
        {
            if (items[next].Get(WordClass.Side) is { } side)
            {
                // "left shin 4, right knee 2", but "groin a 5 on the left".
                if (numbers && next + 1 < items.Count && !items[next + 1].IsMark)
                    break;

                if (next + 1 < items.Count && (items[next + 1].Is(WordClass.Site) || items[next + 1].Is(WordClass.Sites)) && items[next - 1].IsMark && items[next - 1].First.Text != "(")
                    break;

                var both = next + 2 < items.Count && items[next + 1].Is(WordClass.Joiner) && items[next + 2].Is(WordClass.Side);
                return (both ? BodySide.Both : Parse(side.Value), i, both ? next + 3 : next + 1);
            }

            var bracket = items[next].IsMark && items[next].First.Text is "(" or "-" or "," or ":";
            numbers |= items[next].IsNumeric;
            if (!bracket && !IsSmall(items[next]) && !items[next].IsNumeric && !items[next].Is(WordClass.Complaint) && !items[next].Is(WordClass.Degree))
                break;
        }

        return (BodySide.Unknown, i, i + 1);
    }

    private static bool FollowsSite(List<Reading.Item> items, int side) =>
        side > 0 && (items[side - 1].Is(WordClass.Site) || items[side - 1].Is(WordClass.Sites));

    /// <summary>"hip, knee and ankle, all on the right": a side at the end of a list is the side of the whole list.</summary>
    private static void ShareSide(Draft draft, List<Slot<SoreSite>> found, List<int> indices)
    {
        for (var k = found.Count - 1; k > 0; k--)
        {
            var sideAfter = found[k].Value.Side is BodySide.Left or BodySide.Right && draft.U.Items[indices[k]].Start == found[k].Start;
            if (!sideAfter || found[k - 1].Value.Side != BodySide.Unknown || !IsListed(draft, indices[k - 1], indices[k]))
                continue;

            // The start stays where the part was named, so that the next one takes it too.
            found[k - 1] = found[k - 1] with { Value = found[k - 1].Value with { Side = found[k].Value.Side } };
        }
    }

    /// <summary>"i said left knee but its the right".</summary>
    private static void CorrectSide(Draft draft, List<Slot<SoreSite>> found)
    {
        var turn = draft.U.Items.FindLastIndex(item => item.Is(WordClass.But) || item.Is(WordClass.Not));
        var side = draft.U.Items.FindLastIndex(item => item.Is(WordClass.Side));
        if (!draft.U.Corrects || found.Count != 1 || turn < 0 || side < turn || !draft.U.Items[turn].Is(WordClass.But))
            return;

        found[0] = found[0] with { Value = found[0].Value with { Side = Parse(draft.U.Items[side].Get(WordClass.Side)!.Value) } };
    }

    private static bool IsListed(Draft draft, int from, int to)
    {
        for (var i = from + 1; i < to; i++)
        {
            var item = draft.U.Items[i];
            if (!item.Is(WordClass.Joiner) && !(item.IsMark && item.First.Text is "," or "/" or "&" or "+") && !item.Is(WordClass.Article))
                return false;
        }

        return true;
    }

    private static bool? Spread(Draft draft, int i)
    {
        var spread = draft.U.Items.Find(item => item.Is(WordClass.Spread) && Math.Abs(item.Clause - draft.U.Items[i].Clause) <= 1);
        return spread is null ? null : spread.Is(WordClass.Spread, "yes");
    }

    private static BodySide Parse(string side) => Enum.Parse<BodySide>(side, ignoreCase: true);
}
