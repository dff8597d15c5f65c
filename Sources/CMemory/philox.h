// Two blocks of Philox4x32-10 side by side: the same bits as `Philox.block` of VerbundCore.
//
// A lane is a word in 64 bits. What is above the word is left as it comes: a product takes the
// lower halves only, and nothing else carries downwards.
#pragma once
#include <stdint.h>

typedef uint32_t philox_words __attribute__((ext_vector_type(4)));
typedef uint64_t philox_lanes __attribute__((ext_vector_type(2)));

typedef struct {
  philox_words first, second;
} philox_blocks;

// Two blocks: a counter's four words in a vector each.
typedef struct {
  philox_lanes x, y, z, w;
} philox_pair;

// The key of each round, in both lanes.
typedef struct {
  struct {
    philox_lanes y, w;
  } round[10];
} philox_keys;

static inline philox_keys philox_schedule(uint32_t key0, uint32_t key1) {
  philox_keys keys;
  for (uint32_t round = 0; round < 10; round++) {
    keys.round[round].y = (philox_lanes)((uint64_t)(key0 + round * 0x9E3779B9));
    keys.round[round].w = (philox_lanes)((uint64_t)(key1 + round * 0xBB67AE85));
  }
  return keys;
}

static inline philox_pair philox_round(philox_pair c, philox_lanes key0, philox_lanes key1) {
  philox_lanes p = (c.x & 0xFFFFFFFF) * 0xD2511F53, q = (c.z & 0xFFFFFFFF) * 0xCD9E8D57;
  // What is known first is joined first: the rounds wait for each other.
  return (philox_pair){q >> 32 ^ (c.y ^ key0), q, p >> 32 ^ (c.w ^ key1), p};
}

// Four of the eight words of two vectors, by number.
#define PHILOX_PICK(a, b, ...) \
  __builtin_shufflevector((philox_words)(a), (philox_words)(b), __VA_ARGS__)

static inline philox_words philox_lower(philox_pair c) {
  philox_words xy = PHILOX_PICK(c.x, c.y, 0, 4, 1, 5), zw = PHILOX_PICK(c.z, c.w, 0, 4, 1, 5);
  return PHILOX_PICK(xy, zw, 0, 1, 4, 5);
}

static inline philox_words philox_upper(philox_pair c) {
  philox_words xy = PHILOX_PICK(c.x, c.y, 2, 6, 3, 7), zw = PHILOX_PICK(c.z, c.w, 2, 6, 3, 7);
  return PHILOX_PICK(xy, zw, 0, 1, 4, 5);
}

// Two blocks whose counters differ in the second word. Unrolled, so that what they share is worked
// out once.
static inline philox_blocks philox_two(
    uint32_t x, uint32_t first_y, uint32_t second_y, uint32_t z, uint32_t w,
    const philox_keys *keys) {
  philox_pair c = {{x, x}, {first_y, second_y}, {z, z}, {w, w}};
#pragma clang loop unroll(full)
  for (int round = 0; round < 10; round++) {
    c = philox_round(c, keys->round[round].y, keys->round[round].w);
  }
  return (philox_blocks){philox_lower(c), philox_upper(c)};
}
