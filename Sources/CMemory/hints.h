// A hint to the memory system, which Swift has no words for. It changes no value.
#pragma once
#include <stddef.h>
#include <sys/mman.h>

// Asks for huge pages, where the system has them.
static inline void memory_advise_huge(void *start, size_t bytes) {
  (void)madvise(start, bytes, MADV_HUGEPAGE);
}
