"""The 95 % point of profile r* under random allocation, by team size. Made by benchmarks/random_agreement.py."""

RANDOM_95: dict[int, float] = {
    2: 0.4683,
    3: 0.3333,
    4: 0.2712,
    5: 0.2333,
    6: 0.2074,
    7: 0.1924,
    8: 0.1735,
    9: 0.1658,
    10: 0.1542,
    12: 0.1397,
    14: 0.1293,
    16: 0.1183,
    20: 0.1082,
    25: 0.0949,
    30: 0.0853,
    40: 0.0737,
    60: 0.0609,
    100: 0.0469,
}
