namespace CoachBot.Coaching.Language;

public enum BodySite
{
    Foot, Heel, Toe, Ankle, Achilles, Shin, Calf, Knee, Hamstring, Quadriceps, Groin, Hip, Glute, LowerBack, ItBand, Other,
}

public enum BodySide
{
    Unknown, Left, Right, Both,
}

/// <summary>Where it hurts. <paramref name="Spread"/>: all over the muscle (true), one spot (false), not said (null).</summary>
public sealed record SoreSite(BodySite Site, BodySide Side, bool? Spread = null);
