using CsCheck;
using Hearsay.Text;

namespace Hearsay.Tests;

public sealed class SpanBucketsTests
{
    private static readonly Gen<TextSpan> Spans = Gen.Select(Gen.Int[0, 3000], Gen.Int[0, 700], (start, length) => new TextSpan(start, length));

    [Fact]
    public void EverythingThatOverlapsOrTouchesIsFoundOnceInOrder() =>
        Gen.Select(Spans.Array[0, 3].Array[0, 40], Spans).Sample((items, asked) =>
        {
            var near = new SpanBuckets(items).Near(asked).ToArray();
            Assert.Equal(near.Distinct().Order(), near);
            var expected = Enumerable
                .Range(0, items.Length)
                .Where(i => items[i].Any(s => s.Overlaps(asked) || asked.Contains(s) || s.Contains(asked)));
            Assert.Empty(expected.Except(near));
        });

    [Fact]
    public void WhatLiesFarAwayIsNotLookedAt() =>
        Assert.Equal([7], new SpanBuckets(Enumerable.Range(0, 1000).Select(i => new[] { new TextSpan(i * 2000, 10) })).Near(new TextSpan(14_000, 5)));
}
