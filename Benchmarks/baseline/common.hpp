// What all baseline programs share: the same draws and the same logarithm as Verbund's base room, so
// that results can be compared by hash. Build with -O3 -ffp-contract=off.
#pragma once
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <vector>

struct Block {
  uint32_t x, y, z, w;
};

// Philox4x32-10 (Salmon et al., SC'11).
inline Block philox(uint32_t c0, uint32_t c1, uint32_t c2, uint32_t c3, uint64_t seed) {
  uint32_t k0 = uint32_t(seed), k1 = uint32_t(seed >> 32);
  for (int round = 0; round < 10; ++round) {
    uint64_t p0 = uint64_t(0xD2511F53u) * c0, p1 = uint64_t(0xCD9E8D57u) * c2;
    c0 = uint32_t(p1 >> 32) ^ c1 ^ k0;
    c1 = uint32_t(p1);
    c2 = uint32_t(p0 >> 32) ^ c3 ^ k1;
    c3 = uint32_t(p0);
    k0 += 0x9E3779B9u;
    k1 += 0xBB67AE85u;
  }
  return {c0, c1, c2, c3};
}

// A 32-bit word as a number in (0, 1).
inline double unitOfWord(uint32_t word) { return (double(word) + 0.5) * 0x1p-32; }

inline double asDouble(uint64_t bits) {
  double value;
  std::memcpy(&value, &bits, sizeof value);
  return value;
}

inline uint64_t asBits(double value) {
  uint64_t bits;
  std::memcpy(&bits, &value, sizeof bits);
  return bits;
}

// A uniform number in (0, 1): 52 bits and a half.
inline double unit(Block block) {
  uint64_t bits = (uint64_t(block.x) << 32 | block.y) >> 12;
  return (asDouble(0x3FF0000000000000ull | bits) - 1) + 0x1p-53;
}

// fdlibm's logarithm in + - * / only.
inline double exactLog(double x) {
  uint64_t shifted = asBits(x) + 0x00095F6200000000ull;
  double exponent = double(int64_t(shifted >> 52) - 1023);
  double f = asDouble((shifted & 0xFFFFFFFFFFFFFull) + 0x3FE6A09E00000000ull) - 1;
  double s = f / (2 + f), z = s * s, w = z * z;
  double t1 = w * (3.999999999940941908e-01 +
                   w * (2.222219843214978396e-01 + w * 1.531383769920937332e-01));
  double t2 = z * (6.666666666666735130e-01 +
                   w * (2.857142874366239149e-01 +
                        w * (1.818357216161805012e-01 + w * 1.479819860511658591e-01)));
  double half = 0.5 * f * f;
  return exponent * 6.93147180369123816490e-01 -
         ((half - (s * (half + (t1 + t2)) + exponent * 1.90821492927058770002e-10)) - f);
}

inline int64_t wholeNanoseconds(double value) {
  return int64_t(asBits(value + 0x1p52) & 0xFFFFFFFFFFFFFull);
}

// Log-linear histogram: 128 parts to a doubling.
struct Histogram {
  std::vector<uint32_t> counts = std::vector<uint32_t>(57 << 7);
  int64_t sum = 0;

  void record(int64_t value) {
    int shift = 63 - 7 - __builtin_clzll(uint64_t(value) | 1);
    if (shift < 0) shift = 0;
    ++counts[(size_t(shift) << 7) + size_t(uint64_t(value) >> shift)];
    sum += value;
  }
};

// FNV-1a over 64-bit words.
struct Hash {
  uint64_t state = 0xCBF29CE484222325ull;
  void add(uint64_t word) { state = (state ^ word) * 0x100000001B3ull; }
  void add(const Histogram& histogram) {
    for (size_t i = 0; i < histogram.counts.size(); ++i)
      if (histogram.counts[i]) {
        add(i);
        add(histogram.counts[i]);
      }
    add(uint64_t(histogram.sum));
  }
};

struct Clock {
  std::chrono::steady_clock::time_point start = std::chrono::steady_clock::now();
  double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  }
};
