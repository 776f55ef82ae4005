using CoachBot.BotBuilder.Schema;

namespace CoachBot.BotBuilder.Turns;

/// <summary>
/// Makes of a file that a user sent what a turn may keep of it. Channels call it before the turn, so that the file itself
/// is never stored and a turn that is played again reads the same.
/// </summary>
public interface IFileReader
{
    /// <summary>Channels receive no more of a file than this.</summary>
    int LimitBytes { get; }

    /// <summary>Takes whatever comes: what cannot be read gives an attachment that says so. Never throws for the file's sake.</summary>
    Attachment Read(ReadOnlyMemory<byte> file);

    /// <summary>In place of a file that is too large or lies where the channel does not fetch from.</summary>
    Attachment Refuse(FileRefusal reason);
}

/// <summary>Why a channel did not receive a file.</summary>
public enum FileRefusal
{
    TooLarge,

    /// <summary>Its address is not one of the channel's own.</summary>
    NotFetched,
}
