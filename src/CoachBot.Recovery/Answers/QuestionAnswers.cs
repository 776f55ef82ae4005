using CoachBot.Recovery.Safety;

namespace CoachBot.Recovery;

/// <param name="Message">What the safety gate says, where it found something.</param>
public sealed record QuestionAnswers(
    IReadOnlyList<PlanAnswer> Answers, IReadOnlyList<PlanSource> Sources, SafetyAssessment Safety, string? Message);
