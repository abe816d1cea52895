using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace ActorCafe.Cli.Files;

/// <summary>
/// Writes numbers and times as decimal digits, eight at a time, because files of a million orders are mostly digits.
/// </summary>
internal static class Digits
{
    /// <summary>The room that each method needs, although it may write fewer bytes.</summary>
    public const int Room = 32;

    private const int Eight = 100_000_000;

    /// <summary>Writes a number, and returns the length of its text.</summary>
    public static int Write(long number, Span<byte> to)
    {
        // As an unsigned number, a negative one is large.
        if ((ulong)number < Eight)
        {
            return WriteUpToEight((uint)number, to);
        }

        var (high, low) = Math.DivRem((ulong)number, Eight);
        if (high >= Eight)
        {
            number.TryFormat(to, out var digits);
            return digits;
        }

        var length = WriteUpToEight((uint)high, to);
        WriteEight((uint)low, to[length..]);
        return length + 8;
    }

    /// <summary>Writes seconds with 9 decimals, and returns the length of the text. The time must not be negative.</summary>
    public static int WriteSeconds(TimeSpan time, Span<byte> to)
    {
        // Integer arithmetic is exact at any size.
        var (seconds, ticks) = Math.DivRem((ulong)time.Ticks, TimeSpan.TicksPerSecond);
        var length = Write((long)seconds, to);
        to[length] = (byte)'.';
        WriteEight((uint)ticks * 10, to[(length + 1)..]);
        to[length + 9] = (byte)'0';
        return length + 10;
    }

    /// <summary>Writes microseconds, with a decimal if they are not whole, and returns the length of the text. The time must not be negative.</summary>
    public static int WriteMicroseconds(TimeSpan time, Span<byte> to)
    {
        var (whole, tenths) = Math.DivRem((ulong)time.Ticks, TimeSpan.TicksPerMicrosecond);
        var length = Write((long)whole, to);
        to[length] = (byte)'.';
        to[length + 1] = (byte)('0' + tenths);
        return tenths == 0 ? length : length + 2;
    }

    private static void WriteEight(uint number, Span<byte> to) => BinaryPrimitives.WriteUInt64LittleEndian(to, AsciiOf(Split(number)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int WriteUpToEight(uint number, Span<byte> to)
    {
        var digits = Split(number);
        // The last digit is written even if it is 0.
        var zeros = BitOperations.TrailingZeroCount(digits | (1UL << 56)) / 8;
        BinaryPrimitives.WriteUInt64LittleEndian(to, AsciiOf(digits) >> (8 * zeros));
        return 8 - zeros;
    }

    private static ulong AsciiOf(ulong digits) => digits | 0x3030_3030_3030_3030;

    /// <summary>
    /// Splits a number below 100,000,000 into eight digits, a byte each, the first in the lowest byte. Each step halves all parts at once, in lanes of one
    /// register. Multiplication and shift divide by 100 and by 10: the quotients are exact for numbers as small as these.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Split(uint number)
    {
        ulong fours = (number / 10_000) | ((ulong)(number % 10_000) << 32);
        var hundreds = ((fours * 10_486) >> 20) & 0x0000_007F_0000_007F;
        var pairs = hundreds | ((fours - (hundreds * 100)) << 16);
        var tens = ((pairs * 103) >> 10) & 0x000F_000F_000F_000F;
        return tens | ((pairs - (tens * 10)) << 8);
    }
}
