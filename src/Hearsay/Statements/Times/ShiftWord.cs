namespace Hearsay.Statements.Times;

/// <summary>"last", "this", "next" and their like before the name of a time.</summary>
internal static class ShiftWord
{
    /// <summary>What the word before token <paramref name="i"/> says; <paramref name="first"/> is that word, or token <paramref name="i"/>.</summary>
    public static Shift Before(TimeText t, int i, out int first)
    {
        var shift = i <= t.Floor ? Shift.None : Of(t, i - 1);
        first = shift == Shift.None ? i : i - 1;
        if (
            shift != Shift.None
            && first > t.Floor
            && t.IsAny(i - 1, "past", "coming", "upcoming", "last", "next")
            && t.IsAny(first - 1, "this", "the")
        )
        {
            first--;
        }

        return shift;
    }

    private static Shift Of(TimeText t, int i) =>
        t.IsAny(i, "last", "past") || (t.Is(i, "previous") && t.Class(i + 1) == WordClass.Weekday) ? Shift.Last
        : t.IsAny(i, "this", "current") ? Shift.This
        : t.IsAny(i, "next", "coming", "upcoming") ? Shift.Next
        : Shift.None;
}
