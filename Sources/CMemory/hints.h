// Hints to the memory system, which Swift has no words for. They change no value.
#pragma once
#include <stddef.h>
#include <sys/mman.h>

// Asks for what will soon be read. Harmless where nothing is.
static inline void memory_fetch(const void *place) { __builtin_prefetch(place); }

// Asks for huge pages, where the system has them.
static inline void memory_advise_huge(void *start, size_t bytes) {
  (void)madvise(start, bytes, MADV_HUGEPAGE);
}
