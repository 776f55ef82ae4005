namespace CoachBot.Recovery;

/// <summary>Ordered: higher is more careful.</summary>
public enum Band
{
    Go,
    Ease,
    Recover,
    Hold,
}

/// <summary>Ordered: higher is surer.</summary>
public enum Confidence
{
    Learning,
    Early,
    Usual,
}

/// <summary>Ordered: higher is worse.</summary>
public enum Level
{
    Fine,
    Amber,
    Red,
}

public enum Stance
{
    Do,
    Optional,
    Avoid,
}

public enum Strategy
{
    ActiveRecovery,
    Nutrition,
    Sleep,
    ColdWater,
    Massage,
    Compression,
    FoamRolling,
    Stretching,
    Supplements,
    Rest,
    Monitoring,
    Training,
    Safety,
}

/// <summary>In time order.</summary>
public enum When
{
    Now,
    FirstTwoHours,
    TwoToSixHours,
    Today,
    Tonight,
    Tomorrow,
    RaceWeek,
    RaceDay,
    Ongoing,
}

public enum Evidence
{
    Strong,
    Moderate,
    Weak,
    Mixed,
    None,
    Expert,
}
