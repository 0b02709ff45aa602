"""A fair place for those who have done little yet: newcomers and small companies.

A ranking by what was done can only find those who have done it. Therefore a stated share of the places of every ten is theirs. Who
stands there by score already takes one of them up; the others are given to the next in line among those who match the topic at all.
"""

from collections.abc import Collection, Sequence

BLOCK = 10
RESERVED = 0.2
"""Two of ten: a choice, which whoever asks may change."""


def places(
    ranked: Sequence[str], favoured: Collection[str], count: int, share: float = RESERVED
) -> list[tuple[str, bool]]:
    """The first `count` places: who stands there, and whether it is a reserved place that the score alone would not have given.

    `ranked` is in the order of the score. Within ten places the reserved ones come last. Are there not enough of the favoured,
    the score fills their places.
    """
    left = list(ranked)
    found: list[tuple[str, bool]] = []
    while left and len(found) < count:
        size = min(BLOCK, count - len(found))
        block = _block(left, favoured, size, round(share * size))
        taken = {who for who, _ in block}
        left = [who for who in left if who not in taken]
        found += block
    return found


def _block(left: Sequence[str], favoured: Collection[str], size: int, reserved: int) -> list[tuple[str, bool]]:
    by_score = list(left[:size])
    missing = reserved - sum(who in favoured for who in by_score)
    called = [who for who in left[size:] if who in favoured][: max(missing, 0)]
    leaving = [who for who in by_score if who not in favoured][::-1][: len(called)]
    return [*((who, False) for who in by_score if who not in leaving), *((who, True) for who in called)]
