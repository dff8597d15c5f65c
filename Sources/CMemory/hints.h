// Hints to the memory system, which Swift has no words for. They change no value.
#pragma once
#include <stddef.h>
#include <sys/mman.h>

// Brings the line at an address into the cache; nothing waits for it, and any address will do.
static inline void memory_prefetch(const void *address) { __builtin_prefetch(address, 1); }

// Asks for huge pages, where the system has them.
static inline void memory_advise_huge(void *start, size_t bytes) {
  (void)madvise(start, bytes, MADV_HUGEPAGE);
}
